package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.TerminalMode;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.PartFindings;
import java.util.List;

/** The answer to one part of a question: its claims, or why there is none. */
record PartAnswer(PartFindings findings, List<Claim> claims) {

    PartAnswer {
        claims = List.copyOf(claims);
    }

    boolean isAnswered() {
        return !claims.isEmpty();
    }

    /** Withheld, out of order and not found are three different things; the first one found says how this part ended. */
    TerminalMode failure() {
        if (hasRefusal(TerminalMode.INSUFFICIENT_PERMISSION)) {
            return TerminalMode.INSUFFICIENT_PERMISSION;
        }
        return hasRefusal(TerminalMode.SOURCE_UNAVAILABLE)
                ? TerminalMode.SOURCE_UNAVAILABLE
                : TerminalMode.INSUFFICIENT_EVIDENCE;
    }

    /** Nothing went wrong and nothing was found. */
    boolean isEmptyHanded() {
        return !isAnswered()
                && findings.attempts().stream()
                        .allMatch(attempt ->
                                attempt.refusals().isEmpty() && attempt.stops().isEmpty());
    }

    boolean hasHits() {
        return findings.attempts().stream().map(Findings::hits).anyMatch(hits -> !hits.isEmpty());
    }

    private boolean hasRefusal(TerminalMode hint) {
        return findings.attempts().stream()
                .flatMap(attempt -> attempt.refusals().stream())
                .anyMatch(refusal -> refusal.reason().hint() == hint);
    }
}
