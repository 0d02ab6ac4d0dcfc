package io.writ.governance.policy.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Classification;
import io.writ.governance.policy.backtest.report.BacktestReport;
import io.writ.governance.policy.backtest.report.FlipGroup;
import io.writ.governance.policy.backtest.report.FlipKind;
import io.writ.governance.policy.backtest.report.FlipSubject;
import io.writ.governance.policy.backtest.report.JudgedReport;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BacktestTest {

    private static final Workers WORKERS = Workers.onAllProcessors();
    private static final String CUSTOMERS = "safe_customer_view_public";
    private static final FlipSubject ROWS =
            new FlipSubject("operator_call", "fetch_rows", "view " + CUSTOMERS, "public", "internal_reviewed");

    private final Notes notes = new Notes();

    @AfterAll
    static void stop() {
        WORKERS.close();
    }

    @Test
    void thePolicyItselfFlipsNothingAndReproducesWhatItDecided() {
        notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);
        notes.fetch("support", "restricted", "restricted/a.txt", Classification.RESTRICTED);
        notes.search("developer");

        BacktestReport report = backtest(Variants.shipped());

        assertThat(report.inputs().questions()).isEqualTo(4);
        assertThat(report.inputs().reproduced()).isEqualTo(4);
        assertThat(report.inputs().contradicted()).isZero();
        assertThat(report.unchanged()).isEqualTo(4);
        assertThat(report.groups()).isEmpty();
        assertThat(new JudgedReport(report, FlipKind.failingByDefault()).passed())
                .isTrue();
    }

    @Test
    void aDoorThatOpensIsReportedByWhatLiesBehindItWithTheDecisions() {
        UUID decision = notes.fetch("support", "restricted", "restricted/a.txt", Classification.RESTRICTED);
        notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);

        BacktestReport report = backtest(supportMayReadWhatIsRestricted());

        FlipSubject subject = new FlipSubject(
                "operator_call", "fetch_span", "collection restricted", "restricted", "internal_reviewed");
        assertThat(report.groups())
                .containsExactly(new FlipGroup(FlipKind.DENY_TO_ALLOW, subject, 1, java.util.List.of(decision)));
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(new JudgedReport(report, FlipKind.failingByDefault()).passed())
                .isFalse();
    }

    @Test
    void aDoorThatClosesIsReportedAndDoesNotFailByDefault() {
        notes.rows("support", CUSTOMERS, Classification.PUBLIC, "status");

        BacktestReport report = backtest(Variants.replaced("\"permit_seconds\":30", "\"permit_seconds\":null"));

        assertThat(report.totals().get(FlipKind.ALLOW_TO_DENY)).isEqualTo(1);
        assertThat(new JudgedReport(report, FlipKind.failingByDefault()).passed())
                .isTrue();
    }

    @Test
    void anObligationThatGoesIsALooseningAndOneThatComesIsNot() {
        notes.rows("support", CUSTOMERS, Classification.PUBLIC, "admin_note", "status");
        notes.rows("support", CUSTOMERS, Classification.PUBLIC, "status");

        BacktestReport looser = backtest(Variants.replaced(
                "\"redact_fields\":[\"admin_note\",\"injection_note\"]", "\"redact_fields\":[\"injection_note\"]"));
        BacktestReport tighter = backtest(Variants.replaced(
                "\"redact_fields\":[\"admin_note\",\"injection_note\"]",
                "\"redact_fields\":[\"admin_note\",\"injection_note\",\"plan_tier\"]"));

        assertThat(looser.groups()).extracting(FlipGroup::kind).containsExactly(FlipKind.OBLIGATIONS_LOOSENED);
        assertThat(looser.groups().getFirst().subject()).isEqualTo(ROWS);
        assertThat(looser.groups().getFirst().count()).isEqualTo(2);
        assertThat(tighter.groups()).extracting(FlipGroup::kind).containsExactly(FlipKind.OBLIGATIONS_CHANGED);
    }

    @Test
    void anItemThatASearchWouldReleaseIsReportedByItsOwnLabel() {
        UUID search = notes.search("support");

        BacktestReport report = backtest(supportMayReadWhatIsRestricted());

        assertThat(report.groups())
                .filteredOn(group -> group.kind() == FlipKind.ITEM_DENY_TO_ALLOW)
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.subject().action()).isEqualTo("release_items");
                    assertThat(group.subject().source()).isEqualTo("collection restricted");
                    assertThat(group.subject().classification()).isEqualTo("restricted");
                    assertThat(group.examples()).containsExactly(search);
                });
    }

    @Test
    void anItemThatASearchWouldNoLongerReleaseIsReportedToo() {
        notes.search("developer");

        BacktestReport report = backtest(Variants.replaced(
                "{\"ceiling\":\"restricted\",\"collection\":\"restricted\",\"prefix\":\"restricted/\"}",
                "{\"ceiling\":\"public\",\"collection\":\"restricted\",\"prefix\":\"restricted/\"}"));

        assertThat(report.totals().get(FlipKind.ITEM_ALLOW_TO_DENY)).isEqualTo(1);
    }

    @Test
    void aCandidateThatCannotAnswerIsReportedAsUndecided() {
        notes.fetch("developer", "public", "public/a.txt", Classification.PUBLIC);

        BacktestReport report = backtest(Variants.replaced("\"permit_seconds\":30", "\"permit_seconds\":0"));

        assertThat(report.totals().get(FlipKind.BECAME_UNDECIDED)).isEqualTo(1);
        assertThat(new JudgedReport(report, FlipKind.failingByDefault()).passed())
                .isFalse();
    }

    @Test
    void examplesAreFewHoweverManyFlipsThereAre() {
        for (int i = 0; i < 40; i++) {
            notes.fetch("support", "restricted", "restricted/" + i + ".txt", Classification.RESTRICTED);
        }

        BacktestReport report = backtest(supportMayReadWhatIsRestricted());

        assertThat(report.groups()).singleElement().satisfies(group -> {
            assertThat(group.count()).isEqualTo(40);
            assertThat(group.examples()).hasSize(5).doesNotHaveDuplicates();
        });
    }

    @Test
    void aBacktestOverNothingDoesNotPass() {
        BacktestReport report = backtest(Variants.shipped());

        assertThat(report.inputs().decisions()).isZero();
        assertThat(new JudgedReport(report, java.util.Set.of()).passed()).isFalse();
    }

    @Test
    void whatIsErasedOrSpoiledIsCountedAndLeftOut() {
        notes.tamper(notes.search("developer"), "policy_input", "null");
        notes.tamper(notes.search("developer"), "policy_input", "'{}'::bytea");
        notes.unaskable("developer");

        var inputs = backtest(Variants.shipped()).inputs();

        assertThat(inputs.decisions()).isEqualTo(3);
        assertThat(inputs.erased()).isEqualTo(1);
        assertThat(inputs.spoiled()).isEqualTo(1);
        assertThat(inputs.unasked()).isEqualTo(1);
        assertThat(inputs.questions()).isZero();
    }

    private BacktestReport backtest(PolicySnapshot.Loaded candidate) {
        return new Backtest(Variants.shipped(), candidate, Notes.CLOCK)
                .over(notes.all(), WORKERS, EvaluationProgress.SILENT);
    }

    /** Support gets what the collection of injected texts has, for the restricted one. */
    private static PolicySnapshot.Loaded supportMayReadWhatIsRestricted() {
        return Variants.changed(data -> {
            int support = data.indexOf("\"support\":{");
            int documents = data.indexOf("\"documents\":[", support) + "\"documents\":[".length();
            return data.substring(0, documents)
                    + "{\"ceiling\":\"restricted\",\"collection\":\"restricted\",\"prefix\":\"restricted/\"},"
                    + data.substring(documents);
        });
    }
}
