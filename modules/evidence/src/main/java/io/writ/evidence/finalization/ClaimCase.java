package io.writ.evidence.finalization;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.EvidenceId;
import java.util.BitSet;
import java.util.Set;

/** What is known so far about one claim. Facts are only ever added, so the order of units does not matter. */
final class ClaimCase {

    private final ClaimPattern pattern;
    private final Set<EvidenceId> cited;
    private final BitSet covered = new BitSet();
    private boolean saidByCited;
    private boolean saidElsewhere;
    private boolean reversed;
    private boolean unbounded;
    private boolean altered;

    ClaimCase(Claim claim, Vocabulary vocabulary) {
        this.pattern = ClaimPattern.of(claim.text(), vocabulary);
        this.cited = Set.copyOf(claim.evidence());
    }

    ClaimPattern pattern() {
        return pattern;
    }

    boolean cites(EvidenceId unit) {
        return cited.contains(unit);
    }

    void said(boolean byCited) {
        saidByCited |= byCited;
        saidElsewhere |= !byCited;
    }

    void cover(int significantIndex) {
        covered.set(significantIndex);
    }

    void reversed() {
        reversed = true;
    }

    void unbounded() {
        unbounded = true;
    }

    void altered() {
        altered = true;
    }

    /** Tells whether nothing more needs to be looked for. */
    boolean isSettled() {
        return saidByCited;
    }

    Finding finding() {
        if (saidByCited) {
            return new Finding(ClaimVerdict.SUPPORTED, "The cited evidence says it.");
        }
        if (saidElsewhere) {
            return new Finding(
                    ClaimVerdict.MISATTRIBUTED, "Evidence of this run says it, but not the evidence that is cited.");
        }
        if (cited.isEmpty()) {
            return new Finding(ClaimVerdict.NOT_FOUND, "The claim cites no evidence.");
        }
        if (reversed) {
            return new Finding(ClaimVerdict.NOT_FOUND, "The cited evidence says it with or without a \"not\".");
        }
        if (unbounded) {
            return new Finding(
                    ClaimVerdict.NOT_FOUND, "The cited evidence bounds the figure in another way than the claim.");
        }
        if (altered) {
            return new Finding(ClaimVerdict.ALTERED_NUMBER, "The cited evidence says it with another figure or unit.");
        }
        int wanted = pattern.significant().length;
        return wanted > 1 && covered.cardinality() == wanted
                ? new Finding(ClaimVerdict.STITCHED, "The words stand in the cited evidence, but not together.")
                : new Finding(ClaimVerdict.NOT_FOUND, "The cited evidence does not say it.");
    }

    /** A verdict and its reason. */
    record Finding(ClaimVerdict verdict, String reason) {}
}
