package io.writ.governance.persistence;

import io.writ.evidence.Label;
import io.writ.governance.session.SessionKey;
import java.time.Instant;

/**
 * What an answered call costs its session.
 *
 * @param seen the run label that policy was told; if it has moved since, the charge is refused
 * @param added the label of what the call read
 * @param bytes of parameters and result together
 * @param units how many evidence units it released
 * @param now a session that has expired by then is not charged
 */
public record Charge(SessionKey session, Label seen, Label added, long bytes, int units, Instant now) {}
