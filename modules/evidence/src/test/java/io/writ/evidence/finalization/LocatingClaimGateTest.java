package io.writ.evidence.finalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimIdentity;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Outcome;
import io.writ.evidence.TerminalMode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocatingClaimGateTest {

    private static final EvidenceUnit UNIT = Units.text("x.txt", "The fee is 10 euro.\nThe door is green.");

    private static final Claim TRUE_CLAIM = Units.supported("The fee is 10 euro", UNIT);
    private static final Claim FALSE_CLAIM = Units.supported("The fee is 11 euro", UNIT);

    @Test
    void aRunWhoseClaimsAllHoldIsSupportedAndItsAnswerIsMadeOfThem() {
        Judgement.Judged judged = judged(
                TerminalMode.INSUFFICIENT_EVIDENCE, false, TRUE_CLAIM, Units.supported("The door is  green", UNIT));

        assertThat(judged.outcome().mode()).isEqualTo(TerminalMode.SUPPORTED);
        assertThat(judged.coverageObserved()).isEqualTo(1.0);
        assertThat(judged.responseText()).isEqualTo("The fee is 10 euro\nThe door is green");
    }

    @Test
    void oneAlteredNumberTakesTheRunBelowTheThreshold() {
        Judgement.Judged judged = judged(TerminalMode.SUPPORTED, false, TRUE_CLAIM, FALSE_CLAIM);

        assertThat(judged.outcome()).isInstanceOf(Outcome.InsufficientEvidence.class);
        assertThat(judged.coverageObserved()).isEqualTo(0.5);
        assertThat(judged.responseText())
                .isEqualTo("The evidence does not carry the whole answer. What it does say:\nThe fee is 10 euro");
        assertThat(judged.claims().getLast().claim().status()).isEqualTo(ClaimStatus.UNKNOWN);
        assertThat(judged.claims().getLast().id())
                .isEqualTo(ClaimIdentity.of(judged.claims().getLast().claim()));
    }

    @ParameterizedTest
    @EnumSource(
            value = ClaimStatus.class,
            names = {"ASSUMPTION", "UNKNOWN"})
    void claimsThatClaimNothingCountAgainstCoverage(ClaimStatus status) {
        Claim humble = Units.claim("The fee is 10 euro", status, UNIT);

        Judgement.Judged judged = judged(TerminalMode.SUPPORTED, false, TRUE_CLAIM, humble);

        assertThat(judged.outcome()).isInstanceOf(Outcome.InsufficientEvidence.class);
        assertThat(judged.coverageObserved()).isEqualTo(0.5);
        assertThat(judged.claims().getLast().claim()).isEqualTo(humble);
    }

    @ParameterizedTest
    @EnumSource(
            value = TerminalMode.class,
            names = {"INSUFFICIENT_PERMISSION", "SOURCE_UNAVAILABLE"})
    void withoutAnySupportedClaimTheCallersReasonIsKept(TerminalMode mode) {
        assertThat(judged(mode, false).outcome().mode()).isEqualTo(mode);
        assertThat(judged(mode, false, FALSE_CLAIM).outcome().mode()).isEqualTo(mode);
        assertThat(judged(mode, false, TRUE_CLAIM, FALSE_CLAIM).outcome().mode())
                .isEqualTo(TerminalMode.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void noClaimsAreNoCoverage() {
        Judgement.Judged judged = judged(TerminalMode.SUPPORTED, false);

        assertThat(judged.coverageObserved()).isZero();
        assertThat(judged.outcome()).isInstanceOf(Outcome.InsufficientEvidence.class);
        assertThat(judged.responseText()).isEqualTo("The evidence does not carry the whole answer.");
    }

    @Test
    void anOverspentRunIsNeverSupported() {
        Judgement.Judged judged = judged(TerminalMode.SUPPORTED, true, TRUE_CLAIM);

        assertThat(judged.outcome()).isInstanceOf(Outcome.InsufficientEvidence.class);
        assertThat(judged.responseText()).startsWith("The budget of this run was exceeded");
    }

    @Test
    void aClaimThatCitesNothingIsNotSupported() {
        Judgement.Judged judged = judged(TerminalMode.SUPPORTED, false, Units.supported("Grass is blue"));

        assertThat(judged.claims().getFirst().verdict()).isEqualTo(ClaimVerdict.NOT_FOUND);
        assertThat(judged.claims().getFirst().reason()).isEqualTo("The claim cites no evidence.");
    }

    @Test
    void evidenceTheSessionNeverEmittedCannotBeCited() {
        EvidenceUnit foreign = Units.text("y.txt", "secret");

        assertThat(judge(Units.supported("secret", foreign)))
                .isInstanceOfSatisfying(
                        Judgement.Unanswerable.class,
                        refused -> assertThat(refused.message())
                                .contains("never emitted")
                                .doesNotContain(foreign.id().hex()));
    }

    @Test
    void aSubmissionHasBounds() {
        Claim[] many =
                Collections.nCopies(SubmissionLimits.CLAIMS_MAX + 1, TRUE_CLAIM).toArray(Claim[]::new);
        Claim tooLong = Units.supported("x".repeat(SubmissionLimits.CLAIM_LENGTH_MAX + 1), UNIT);
        EvidenceUnit[] units = IntStream.rangeClosed(0, SubmissionLimits.EVIDENCE_PER_CLAIM_MAX)
                .mapToObj(index -> Units.text("doc" + index, "text"))
                .toArray(EvidenceUnit[]::new);

        assertThat(judge(many)).isInstanceOf(Judgement.Unanswerable.class);
        assertThat(judge(tooLong)).isInstanceOf(Judgement.Unanswerable.class);
        assertThat(judge(Units.supported("text", units))).isInstanceOf(Judgement.Unanswerable.class);
    }

    private static Judgement judge(Claim... claims) {
        return new LocatingClaimGate(0.95)
                .judge(Units.submission(TerminalMode.SUPPORTED, claims), List.of(UNIT), false);
    }

    private static Judgement.Judged judged(TerminalMode mode, boolean overspent, Claim... claims) {
        return (Judgement.Judged)
                new LocatingClaimGate(0.95).judge(Units.submission(mode, claims), List.of(UNIT), overspent);
    }
}
