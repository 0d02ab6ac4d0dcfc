package io.writ.governance.persistence;

import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.session.SessionKey;
import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * How a session ends.
 *
 * @param seen the run label that policy was told; if it has moved since, the session is not closed
 */
public record Closing(
        SessionKey session, Label seen, Instant at, TerminalMode mode, JsonObject claimMap, String answer) {}
