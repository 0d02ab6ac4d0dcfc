package io.writ.app.rest.problem;

import io.writ.evidence.TerminalMode;
import java.util.Optional;

/**
 * What PECR's clients show a person: what failed and what to do instead. Given for refused and for unavailable only;
 * a client that lacks evidence is told by the message.
 */
record Guidance(String responseKind, String whatFailed, String safeAlternative) {

    static Optional<Guidance> of(ProblemType type) {
        TerminalMode hint = type.hint();
        return switch (hint) {
            case INSUFFICIENT_PERMISSION -> Optional.of(new Guidance("blocked", type.title() + ".", type.remedy()));
            case SOURCE_UNAVAILABLE -> Optional.of(new Guidance("source_down", type.title() + ".", type.remedy()));
            case SUPPORTED, INSUFFICIENT_EVIDENCE -> Optional.empty();
        };
    }
}
