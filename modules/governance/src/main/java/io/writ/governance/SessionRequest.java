package io.writ.governance;

import io.writ.evidence.Budget;
import java.time.Instant;
import java.util.Optional;

/**
 * A wish to start a session.
 *
 * @param asOf moment the caller wants to read at; absent means now
 * @param purpose why the data is wanted; policy may demand one
 * @param question what a run was asked, kept for the record as personal content
 */
public record SessionRequest(
        Budget budget, Optional<Instant> asOf, Optional<String> purpose, Optional<String> question) {}
