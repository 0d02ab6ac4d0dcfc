package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.evidence.Digest;
import io.writ.governance.persistence.RecordedInputs;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Workers WORKERS = Workers.onAllProcessors();

    private final Notes notes = new Notes();

    @AfterAll
    static void stop() {
        WORKERS.close();
    }

    @Test
    void everyRecordedDecisionHasItsRecordedResultAgain() {
        for (int i = 0; i < 100; i++) {
            notes.fetch("developer", "public", "public/" + i + ".txt", Classification.PUBLIC);
            notes.fetch("support", "restricted", "restricted/" + i + ".txt", Classification.RESTRICTED);
            notes.search("developer");
        }

        ReplayReport report = replay(notes.all(), Variants.shipped());

        assertThat(report.decisions()).isEqualTo(300);
        assertThat(report.questions()).as("a search asks twice").isEqualTo(400);
        assertThat(report.equal()).isEqualTo(400);
        assertThat(report.different()).isZero();
        assertThat(report.first()).isEmpty();
    }

    @Test
    void aChangedByteOfARecordedInputIsFound() {
        UUID decision = notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);
        notes.fetch("developer", "public", "public/b.txt", Classification.PUBLIC);
        notes.tamper(
                decision,
                "policy_input",
                "convert_to(replace(convert_from(policy_input, 'UTF8'), 'public/a.txt', 'public/c.txt'), 'UTF8')");

        ReplayReport report = replay(notes.all(), Variants.shipped());

        assertThat(report.equal()).isEqualTo(1);
        assertThat(report.different()).isEqualTo(1);
        assertThat(report.first()).hasValueSatisfying(difference -> {
            assertThat(difference.decision()).isEqualTo(decision);
            assertThat(difference.member()).isEqualTo("decision");
            assertThat(difference.expected()).startsWith("input ");
        });
    }

    @Test
    void aByteThatChangesNoMeaningIsFoundToo() {
        UUID decision = notes.search("developer");
        notes.tamper(decision, "policy_input", "policy_input || ' '::bytea");

        assertThat(replay(notes.all(), Variants.shipped()).first())
                .hasValueSatisfying(
                        difference -> assertThat(difference.decision()).isEqualTo(decision));
    }

    @Test
    void anInputThatIsNoJsonIsADifference() {
        notes.tamper(notes.search("developer"), "policy_input", "'nonsense'::bytea");
        notes.tamper(notes.search("developer"), "canonical", "'nonsense'::bytea");

        assertThat(replay(notes.all(), Variants.shipped()).different()).isEqualTo(2);
    }

    @Test
    void aBundleThatWasChangedUnderItsDigestIsFound() {
        UUID decision = notes.search("support");
        PolicySnapshot.Loaded changed =
                Variants.posing(Variants.replaced("\"permit_seconds\":30", "\"permit_seconds\":31"));

        ReplayReport report = replay(notes.all(), changed);

        assertThat(report.different()).isEqualTo(2);
        assertThat(report.first()).hasValueSatisfying(difference -> {
            assertThat(difference.decision()).isEqualTo(decision);
            assertThat(difference.expected()).startsWith("result ");
            assertThat(difference.found()).startsWith("result ").isNotEqualTo(difference.expected());
        });
    }

    @Test
    void decisionsOfAnotherBundleAreCountedAndNamed() {
        notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);
        Digest shipped = Variants.shipped().bundle();
        PolicySnapshot.Loaded other = Variants.replaced("\"permit_seconds\":30", "\"permit_seconds\":31");

        ReplayReport report = replay(notes.all(), other);

        assertThat(report.questions()).isZero();
        assertThat(report.otherBundles()).isEqualTo(Map.of(shipped, 1L));
        assertThat(new Replay(List.of(other, Variants.shipped()))
                        .over(notes.all(), WORKERS, EvaluationProgress.SILENT)
                        .equal())
                .isEqualTo(1);
    }

    @Test
    void erasedInputsAndQuestionsThatNoEngineSawAreCountedAndNotFailed() {
        notes.tamper(notes.search("developer"), "policy_input", "null");
        notes.unaskable("developer");
        notes.unasked();

        ReplayReport report = replay(notes.all(), Variants.shipped());

        assertThat(report.decisions()).isEqualTo(2);
        assertThat(report.erased()).isEqualTo(1);
        assertThat(report.unasked()).isEqualTo(1);
        assertThat(report.different()).isZero();
    }

    @Test
    void onlyTheNewestDecisionsOfTheTenantAreRepeated() {
        new Notes().fetch("developer", "public", "public/a.txt", Classification.PUBLIC);
        UUID oldest = notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);
        notes.tamper(oldest, "policy_input", "'nonsense'::bytea");
        for (int i = 0; i < 600; i++) {
            notes.fetch("developer", "public", "public/" + i + ".txt", Classification.PUBLIC);
        }

        assertThat(replay(notes.newest(600), Variants.shipped()).equal()).isEqualTo(600);
        assertThat(replay(notes.all(), Variants.shipped()))
                .extracting(ReplayReport::decisions, ReplayReport::different)
                .containsExactly(601L, 1L);
    }

    @Test
    void whoSeesOneTenantOnlyIsTold() {
        assertThat(new RecordedInputs(TestDatabase.app()).showsEveryTenant()).isFalse();
        assertThat(new RecordedInputs(TestDatabase.auditor()).showsEveryTenant())
                .isTrue();
    }

    private static ReplayReport replay(Walk walk, PolicySnapshot.Loaded bundle) {
        return new Replay(List.of(bundle)).over(walk, WORKERS, EvaluationProgress.SILENT);
    }
}
