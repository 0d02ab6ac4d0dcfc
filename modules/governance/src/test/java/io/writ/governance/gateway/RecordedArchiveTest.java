package io.writ.governance.gateway;

import static io.writ.governance.gateway.Visit.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.DecisionRecord;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.GovernanceException;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.PolicyAction;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecordedArchiveTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Visit visit = Visit.to(desk);
    private final Caller colleague = Samples.caller(visit.caller().principal().tenant(), "colleague");

    @Test
    void aRunIsReadBackFromItsRecords() {
        var answered = answer(visit.fetch());
        visit.finish(answered.units().getFirst().id());

        RunRecord run =
                desk.archive.run(visit.caller(), visit.access().session()).orElseThrow();

        assertThat(run.decisions())
                .extracting(DecisionRecord::action)
                .containsExactly("create_session", "operator_call", "finalize");
        assertThat(run.decisions().get(1).id())
                .isEqualTo(answered.decision().id().orElseThrow());
        assertThat(run.decisions()).allSatisfy(decision -> {
            assertThat(decision.verdict()).isEqualTo("allow");
            assertThat(decision.policyRevision()).isEqualTo("r1");
            assertThat(decision.entryHash()).hasSize(64);
        });
        assertThat(run.evidence()).extracting(EvidenceRecord::unit).isEqualTo(answered.units());
        assertThat(run.summary().mode()).contains(TerminalMode.SUPPORTED);
        assertThat(run.summary().question()).contains("how long?");
        assertThat(run.summary().label()).isEqualTo(Samples.INTERNAL);
        assertThat(run.answer()).contains("the answer");
    }

    @Test
    void aCallerSeesItsOwnRunsUnlessPolicyOpensAll() {
        assertThat(desk.archive.recent(visit.caller(), 10))
                .extracting(RunSummary::principal)
                .containsExactly("dev");
        assertThat(desk.archive.recent(colleague, 10)).isEmpty();
        assertThat(desk.archive.run(colleague, visit.access().session())).isEmpty();

        desk.policy.on(PolicyAction.READ_ARCHIVE, request -> Rulings.allow(request, "archive_all"));
        assertThat(desk.archive.recent(colleague, 10)).hasSize(1);
        assertThat(desk.archive.run(colleague, visit.access().session())).isPresent();
        assertThat(desk.archive.run(
                        Samples.caller(Samples.freshTenant(), "dev"),
                        visit.access().session()))
                .isEmpty();
    }

    @Test
    void aLookIsRecordedWithTheRunsThatItShowed() {
        desk.archive.run(visit.caller(), visit.access().session());

        assertThat(TestDatabase.count(
                        "select count(*) from writ.decision where event = 'read_archive' and tenant_id = '"
                                + visit.caller().principal().tenant()
                                + "' and convert_from(canonical, 'UTF8')::json #>> '{detail,sessions_shown,0}' = '"
                                + visit.access().session() + "'"))
                .isEqualTo(1);
    }

    @Test
    void aDeniedLookShowsNothingAndIsRecorded() {
        desk.policy.on(PolicyAction.READ_ARCHIVE, _ -> Rulings.deny());

        assertThat(desk.archive.recent(visit.caller(), 10)).isEmpty();
        assertThat(visit.recorded("policy_denied")).isEqualTo(1);
    }

    @Test
    void nothingIsShownWhenTheLookCannotBeRecorded() {
        desk.lanes.goDown();

        assertThatThrownBy(() -> desk.archive.recent(visit.caller(), 10)).isInstanceOf(GovernanceException.class);
    }
}
