package io.writ.governance;

import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import java.time.Instant;
import java.util.Optional;

/** One line of the run list. The mode is absent while the session is open. */
public record RunSummary(
        SessionId session,
        String traceId,
        String principal,
        Instant startedAt,
        Optional<String> question,
        Optional<TerminalMode> mode,
        int decisions,
        int evidenceUnits,
        Label label) {}
