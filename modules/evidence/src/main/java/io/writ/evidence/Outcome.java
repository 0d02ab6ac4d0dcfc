package io.writ.evidence;

import java.util.List;

/** How a run ended. Every variant carries exactly what its reader needs next. */
public sealed interface Outcome {

    /** Every accepted claim is backed by evidence the session was allowed to see. */
    record Supported(List<JudgedClaim> claims) implements Outcome {
        public Supported {
            claims = List.copyOf(claims);
            if (claims.isEmpty()
                    || claims.stream()
                            .anyMatch(claim -> claim.claim().evidence().isEmpty())) {
                throw new IllegalArgumentException("a supported outcome cites evidence for every claim");
            }
        }
    }

    /** The evidence does not carry the answer. */
    record InsufficientEvidence(List<JudgedClaim> rejected) implements Outcome {
        public InsufficientEvidence {
            rejected = List.copyOf(rejected);
        }
    }

    /** Policy said no. */
    record InsufficientPermission(String reason) implements Outcome {}

    /** A source was down; asking again later may help. */
    record SourceUnavailable(String source) implements Outcome {}

    default TerminalMode mode() {
        return switch (this) {
            case Supported _ -> TerminalMode.SUPPORTED;
            case InsufficientEvidence _ -> TerminalMode.INSUFFICIENT_EVIDENCE;
            case InsufficientPermission _ -> TerminalMode.INSUFFICIENT_PERMISSION;
            case SourceUnavailable _ -> TerminalMode.SOURCE_UNAVAILABLE;
        };
    }
}
