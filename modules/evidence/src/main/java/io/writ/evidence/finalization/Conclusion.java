package io.writ.evidence.finalization;

import io.writ.evidence.ClaimStatus;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.Outcome;
import io.writ.evidence.TerminalMode;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the run ends, and the answer that may be given.
 *
 * @param overspent a run that used more than its budget cannot end well, whatever it found
 */
record Conclusion(List<JudgedClaim> claims, TerminalMode submitted, double threshold, boolean overspent) {

    Conclusion {
        claims = List.copyOf(claims);
    }

    /** Supported claims over all claims; 0 if there is none. */
    double coverage() {
        return claims.isEmpty() ? 0 : (double) accepted().size() / claims.size();
    }

    Outcome outcome() {
        List<JudgedClaim> accepted = accepted();
        if (!overspent && !accepted.isEmpty() && coverage() >= threshold) {
            return new Outcome.Supported(accepted);
        }
        if (accepted.isEmpty()) {
            return switch (submitted) {
                case INSUFFICIENT_PERMISSION ->
                    new Outcome.InsufficientPermission("The run was not permitted to read what the answer needs.");
                case SOURCE_UNAVAILABLE -> new Outcome.SourceUnavailable("a source that the answer needs");
                case SUPPORTED, INSUFFICIENT_EVIDENCE -> insufficient();
            };
        }
        return insufficient();
    }

    /** Made of accepted claims only; anything short of a supported outcome says so first. */
    String answer() {
        String lines = accepted().stream()
                .map(claim -> claim.claim().text().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
        Outcome outcome = outcome();
        if (outcome instanceof Outcome.Supported) {
            return lines;
        }
        String sentence = sentence(outcome);
        return lines.isEmpty() ? sentence : sentence + " What it does say:\n" + lines;
    }

    private String sentence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Supported _ -> "The evidence carries the answer.";
            case Outcome.InsufficientEvidence _ ->
                overspent
                        ? "The budget of this run was exceeded before the answer was complete."
                        : "The evidence does not carry the whole answer.";
            case Outcome.InsufficientPermission _ -> "Policy did not permit this run to read what the answer needs.";
            case Outcome.SourceUnavailable _ -> "A source that the answer needs was not available.";
        };
    }

    private List<JudgedClaim> accepted() {
        return claims.stream()
                .filter(claim -> claim.claim().status() == ClaimStatus.SUPPORTED)
                .toList();
    }

    private Outcome insufficient() {
        return new Outcome.InsufficientEvidence(claims.stream()
                .filter(claim -> claim.claim().status() != ClaimStatus.SUPPORTED)
                .toList());
    }
}
