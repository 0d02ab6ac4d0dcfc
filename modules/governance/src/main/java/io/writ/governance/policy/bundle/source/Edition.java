package io.writ.governance.policy.bundle.source;

import io.writ.evidence.Digest;
import java.util.Optional;

/**
 * What tells one bundle of a source from the next.
 *
 * @param etag what the server calls it
 * @param fingerprint of its bytes
 */
public record Edition(Optional<String> etag, Digest fingerprint) {}
