package io.writ.evidence.finalization;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimIdentity;
import io.writ.evidence.ClaimMap;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.JudgedClaim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gate that looks for each claim in the units it cites.
 *
 * <p>Text and claims are folded alike: NFKC, lower case, plain quotes, plural s, figures and dates in one normal form.
 * A claim is supported when a cited unit
 * <ul>
 *   <li>holds it word for word, in sentences with as many negations as the claim;
 *   <li>or holds all its content words in one sentence and in the order of the claim, skipping no figure, no bound
 *       ("at most") and no negation on the way ({@link Alignment});
 *   <li>or holds a record (row, aggregate group) where every value the claim states is the value of the field the
 *       claim names with it, and every key the claim names is the record's ({@link RecordMatch}).
 * </ul>
 * A claim that quotes must find each quotation word for word, and the words around it in the same sentences or in the
 * name of the object. If it is more than one plain quotation, it must also hold as a claim without quotation marks.
 *
 * <p>Time is linear in the size of the units, times the number of claims that share their words: units are read one
 * after the other, reduced to the tokens that occur in claims, and looked up by the rarest of them. Memory is that of
 * the largest unit. Nothing depends on the order of units or claims.
 */
public final class LocatingClaimGate implements ClaimGate {

    private final double coverageThreshold;

    /** A gate that wants this share of all claims to be supported, 0 to 1. */
    public LocatingClaimGate(double coverageThreshold) {
        if (!(coverageThreshold >= 0 && coverageThreshold <= 1)) {
            throw new IllegalArgumentException("the coverage threshold is a share between 0 and 1");
        }
        this.coverageThreshold = coverageThreshold;
    }

    @Override
    public Judgement judge(ClaimMap submitted, Collection<EvidenceUnit> emitted, boolean overspent) {
        Map<EvidenceId, EvidenceUnit> units = new TreeMap<>();
        emitted.forEach(unit -> units.putIfAbsent(unit.id(), unit));
        Optional<String> objection = SubmissionLimits.objection(submitted, units.keySet());
        if (objection.isPresent()) {
            return new Judgement.Unanswerable(objection.get());
        }
        List<JudgedClaim> judged = judge(submitted.claims(), units.values());
        Conclusion conclusion = new Conclusion(judged, submitted.terminalMode(), coverageThreshold, overspent);
        return new Judgement.Judged(
                conclusion.outcome(), judged, coverageThreshold, conclusion.coverage(), conclusion.answer());
    }

    private static List<JudgedClaim> judge(List<Claim> claims, Collection<EvidenceUnit> units) {
        Vocabulary vocabulary = new Vocabulary();
        List<ClaimCase> cases =
                claims.stream().map(claim -> new ClaimCase(claim, vocabulary)).toList();
        List<ClaimCase> pending = new ArrayList<>();
        for (int index = 0; index < claims.size(); index++) {
            if (claims.get(index).status() == ClaimStatus.SUPPORTED) {
                pending.add(cases.get(index));
            }
        }
        Search search = new Search(vocabulary);
        for (EvidenceUnit unit : units) {
            UnitText text = UnitText.of(unit, vocabulary);
            pending.forEach(claim -> search.examine(claim, text));
        }
        List<JudgedClaim> judged = new ArrayList<>();
        for (int index = 0; index < claims.size(); index++) {
            judged.add(judged(claims.get(index), cases.get(index)));
        }
        return judged;
    }

    private static JudgedClaim judged(Claim claim, ClaimCase found) {
        return switch (claim.status()) {
            case SUPPORTED -> judged(claim, found.finding());
            case ASSUMPTION ->
                judged(claim, new ClaimCase.Finding(ClaimVerdict.NOT_FOUND, "The claim is offered as an assumption."));
            case UNKNOWN ->
                judged(claim, new ClaimCase.Finding(ClaimVerdict.NOT_FOUND, "The claim is offered as unknown."));
        };
    }

    private static JudgedClaim judged(Claim claim, ClaimCase.Finding finding) {
        boolean fails = claim.status() == ClaimStatus.SUPPORTED && finding.verdict() != ClaimVerdict.SUPPORTED;
        Claim last = fails ? new Claim(claim.text(), ClaimStatus.UNKNOWN, claim.evidence(), claim.snippets()) : claim;
        return new JudgedClaim(ClaimIdentity.of(last), last, finding.verdict(), finding.reason());
    }
}
