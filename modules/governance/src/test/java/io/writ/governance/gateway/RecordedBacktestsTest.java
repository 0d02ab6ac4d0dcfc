package io.writ.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.SharedJson;
import io.writ.governance.BacktestOutcome;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import io.writ.governance.Caller;
import io.writ.governance.CandidatePolicy;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.BacktestRows;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.policy.PolicyAction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordedBacktestsTest {

    private final Desk desk = Desk.open(Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    private final Backtesting bench = new Backtesting(desk);
    private final Caller auditor = Samples.caller(Samples.freshTenant(), "auditor");

    @BeforeEach
    void theAuditorReadsEverything() {
        desk.policy.on(PolicyAction.READ_ARCHIVE, request -> Rulings.allow(request, "archive_all"));
    }

    @Test
    void aBacktestIsRecordedWhenItBeginsWhenItEndsAndWhenItsReportIsSeen() {
        BacktestView begun = bench.begun(auditor);
        assertThat(begun.state()).isEqualTo(new State.Running(0));
        assertThat(records("started")).isEqualTo(1);

        bench.runThreads();

        assertThat(records("finished")).isEqualTo(1);
        BacktestView seen = bench.seen(auditor, begun.id());
        assertThat(seen.state()).isInstanceOfSatisfying(State.Done.class, done -> {
            assertThat(done.report().json().getString("tenant"))
                    .isEqualTo(auditor.principal().tenant().value());
            assertThat(done.report().markdown()).startsWith("# Backtest");
            assertThat(done.report().junit()).startsWith("<?xml");
        });
        assertThat(records("answered")).isEqualTo(1);
    }

    @Test
    void whoMayReadOwnRunsOnlyMayNeitherOrderNorLook() {
        BacktestView begun = bench.begun(auditor);
        desk.policy.on(PolicyAction.READ_ARCHIVE, request -> Rulings.allow(request, "archive_own"));

        assertThat(bench.refused(bench.start(auditor))).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(bench.refused(bench.backtests.look(auditor, begun.id()))).isEqualTo(RefusalReason.POLICY_DENIED);
        desk.policy.on(PolicyAction.READ_ARCHIVE, _ -> Rulings.deny());
        assertThat(bench.refused(bench.start(auditor))).isEqualTo(RefusalReason.POLICY_DENIED);
        assertThat(records("policy_denied")).isEqualTo(3);
    }

    @Test
    void aTenantHasOneBacktestAtATimeOverAllNodes() {
        BacktestView first = bench.begun(auditor);

        BacktestOutcome second = new Backtesting(desk.sibling(), desk.policy).start(auditor);

        assertThat(bench.refused(second)).isEqualTo(RefusalReason.BACKTEST_RUNNING);
        bench.runThreads();
        assertThat(bench.start(auditor)).isInstanceOf(BacktestOutcome.Seen.class);
        assertThat(bench.seen(auditor, first.id()).state()).isInstanceOf(State.Done.class);
    }

    @Test
    void aNodeHoldsOneCandidateAtATimeWhosever() {
        Caller other = Samples.caller(Samples.freshTenant(), "auditor");
        bench.begun(auditor);

        assertThat(bench.refused(bench.start(other))).isEqualTo(RefusalReason.BACKTEST_RUNNING);
        assertThat(new Backtesting(desk.sibling(), desk.policy).start(other)).isInstanceOf(BacktestOutcome.Seen.class);
        bench.runThreads();
        assertThat(bench.start(auditor)).isInstanceOf(BacktestOutcome.Seen.class);
    }

    @Test
    void aCandidateIsNotReadWhileItsPlaceIsTaken() {
        bench.begun(auditor);

        assertThat(bench.refused(bench.start(auditor, new CandidatePolicy.Archive(new byte[10]), Optional.empty())))
                .as("its archive is none, which nobody has looked at")
                .isEqualTo(RefusalReason.BACKTEST_RUNNING);
    }

    @Test
    void anotherTenantSeesNeitherTheBacktestNorItsReport() {
        BacktestView begun = bench.begun(auditor);
        bench.runThreads();

        Caller stranger = Samples.caller(Samples.freshTenant(), "auditor");

        assertThat(bench.refused(bench.backtests.look(stranger, begun.id()))).isEqualTo(RefusalReason.BACKTEST_UNKNOWN);
    }

    @Test
    void onlyDecisionsOfTheOwnTenantAreEvaluated() {
        Visit elsewhere = Visit.to(desk);
        elsewhere.fetch();
        BacktestView begun = bench.begun(auditor);
        bench.runThreads();

        State.Done done = (State.Done) bench.seen(auditor, begun.id()).state();

        assertThat(done.report().json().getJsonObject("inputs").getInt("decisions"))
                .as("its own order is a decision of this tenant, and nothing else is")
                .isEqualTo(1);
    }

    @Test
    void aNodeThatFellSilentLosesItsPlaceAndItsBacktestIsInterrupted() {
        BacktestView lost = bench.begun(auditor);
        TestDatabase.tamper(
                "update writ.policy_backtest_slot set beat_at = now() - interval '1 hour' where tenant_id = '"
                        + auditor.principal().tenant() + "'");

        assertThat(bench.seen(auditor, lost.id()).state()).isEqualTo(new State.Interrupted());
        Backtesting elsewhere = new Backtesting(desk.sibling(), desk.policy);
        BacktestView next = elsewhere.begun(auditor);

        assertThat(new BacktestRows(desk.database).beat(auditor.principal().tenant(), lost.id(), 1))
                .as("the place belongs to the next one")
                .isFalse();
        assertThat(bench.seen(auditor, next.id()).state()).isEqualTo(new State.Running(0));
    }

    @Test
    void aCandidateThatIsNoPolicyIsRefusedAndRecordedAndTakesNoPlace() {
        var nothing = SharedJson.PROVIDER.createObjectBuilder().build();
        var broken = new CandidatePolicy.Parts(Optional.empty(), Optional.empty(), Optional.of(nothing));

        assertThat(bench.refused(bench.start(auditor, broken, Optional.empty())))
                .isEqualTo(RefusalReason.PARAMS_INVALID);
        assertThat(bench.refused(bench.start(auditor, new CandidatePolicy.Archive(new byte[10]), Optional.empty())))
                .isEqualTo(RefusalReason.PARAMS_INVALID);
        assertThat(bench.refused(bench.start(auditor, Backtesting.SAME, Optional.of(Set.of("nonsense")))))
                .isEqualTo(RefusalReason.PARAMS_INVALID);
        assertThat(records("params_invalid")).isEqualTo(3);
        assertThat(bench.start(auditor)).isInstanceOf(BacktestOutcome.Seen.class);
    }

    @Test
    void nothingBeginsWhenItCannotBeRecorded() {
        desk.lanes.goDown();

        assertThat(bench.refused(bench.start(auditor))).isEqualTo(RefusalReason.LEDGER_DOWN);
        assertThat(bench.waiting()).isZero();
    }

    @Test
    void aReportWhoseEndCannotBeRecordedIsNotShown() {
        BacktestView begun = bench.begun(auditor);
        desk.lanes.goDown();
        bench.runThreads();

        assertThat(bench.seen(auditor, begun.id()).state()).isInstanceOf(State.Failed.class);
    }

    @Test
    void whoOrdersTooOftenIsTurnedAway() {
        Backtesting limited = bench.limitedTo(1);
        limited.begun(auditor);
        limited.runThreads();

        assertThat(bench.refused(limited.start(auditor))).isEqualTo(RefusalReason.RATE_LIMITED);
    }

    @Test
    void whoLooksTooOftenIsTurnedAwayToo() {
        Backtesting limited = bench.looksLimitedTo(1);
        BacktestView begun = limited.begun(auditor);
        limited.seen(auditor, begun.id());

        assertThat(bench.refused(limited.backtests.look(auditor, begun.id()))).isEqualTo(RefusalReason.RATE_LIMITED);
    }

    private long records(String outcome) {
        return TestDatabase.count("select count(*) from writ.decision where tenant_id = '"
                + auditor.principal().tenant() + "' and event = 'backtest_policy'"
                + " and convert_from(canonical, 'UTF8')::jsonb ->> 'outcome' = '" + outcome + "'");
    }
}
