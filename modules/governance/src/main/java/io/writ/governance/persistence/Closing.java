package io.writ.governance.persistence;

import io.writ.evidence.TerminalMode;
import io.writ.governance.session.SessionKey;
import jakarta.json.JsonObject;
import java.time.Instant;

/** How a session ends. */
public record Closing(SessionKey session, Instant at, TerminalMode mode, JsonObject claimMap, String answer) {}
