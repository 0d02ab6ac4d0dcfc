package io.writ.governance.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.session.RunCounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class SweepTest {

    private final Begun begun = new Begun();

    @Test
    void aRunThatNobodyEndedBecomesAGapThatStatesWhatItHolds() {
        UUID intent = begun.run();
        begun.insideRun();
        begun.timePasses();

        begun.sweep(Duration.ZERO).pass();

        assertThat(
                        begun.gaps(
                                intent,
                                "text#>>'{run,records}' = '2' and text#>'{run}' ? 'leaves_sha256' and text->>'reason' = 'no_outcome_in_time'"))
                .isEqualTo(1);
        assertThat(TestDatabase.count("select count(*) from writ.session where intent_id = '" + intent
                        + "' and finalized_at is not null and terminal_mode = 'INSUFFICIENT_EVIDENCE'"))
                .isEqualTo(1);
        assertThat(begun.end(intent, new RunCounts(0, 0, 2))).isEqualTo(new Attempt.Closed<String>());
    }

    @Test
    void whatWasAnnouncedInNoRunBecomesAGapAndCannotBeSettledAnyMore() {
        UUID intent = begun.outside();
        begun.timePasses();

        begun.sweep(Duration.ZERO).pass();

        assertThat(begun.gaps(intent, "text->>'event' = 'backtest_policy' and not text ? 'run'"))
                .isEqualTo(1);
        assertThat(begun.pending()).isZero();
        assertThat(begun.settle(intent)).isEqualTo(new Attempt.Closed<Integer>());
    }

    @Test
    void whatARunLeftOpenWhenItEndedBecomesAGapThatSaysItCameLater() {
        UUID run = begun.run();
        UUID inside = begun.insideRun();
        assertThat(begun.end(run, new RunCounts(0, 0, 2))).isInstanceOf(Attempt.Recorded.class);
        begun.timePasses();

        begun.sweep(Duration.ZERO).pass();

        assertThat(begun.gaps(inside, "text->>'after_end' = 'true'")).isEqualTo(1);
        assertThat(begun.endings(run)).isEqualTo(1);
    }

    @Test
    void aNodeWhoseClockIsAheadEndsNothingThatIsNotDue() {
        UUID intent = begun.run();

        begun.sweep(Duration.ofHours(2)).pass();

        assertThat(begun.endings(intent)).isZero();
        assertThat(begun.pending()).isEqualTo(1);
    }

    @Test
    void whenTheLedgerIsDownTheIntentIsLeftForTheNextSweep() {
        UUID intent = begun.outside();
        begun.timePasses();
        Sweep down = begun.sweep(Duration.ZERO);
        begun.lanes.goDown();

        down.pass();

        assertThat(begun.endings(intent)).isZero();
        assertThat(begun.pending()).isEqualTo(1);
    }

    @Test
    void aRunThatCannotBeDigestedBecomesAGapThatStatesItsCounts() {
        UUID intent = begun.run();
        begun.timePasses();

        begun.sweep(TestDatabase.app(), unreachable()).pass();

        assertThat(begun.gaps(intent, "text#>>'{run,records}' = '1' and not text#>'{run}' ? 'leaves_sha256'"))
                .isEqualTo(1);
    }

    @Test
    void anIntentThatBreaksTheLookAtItDoesNotHideTheNext() {
        UUID run = begun.run();
        UUID outside = begun.outside();
        begun.timePasses();
        TestDatabase.tamper(
                "update writ.pending_intent set due_at = now() - interval '2 hours' where intent_id = '" + run + "'");

        assertThat(begun.sweep(unreachable(), TestDatabase.app()).pass()).isEqualTo(1);

        assertThat(begun.endings(run)).isZero();
        assertThat(begun.endings(outside)).isEqualTo(1);
        begun.sweep(Duration.ZERO).pass();
        assertThat(begun.endings(run)).isEqualTo(1);
    }

    @Test
    void whatCannotBeEndedDoesNotHideWhatCan() {
        TestDatabase.tamper("insert into writ.pending_intent (intent_id, tenant_id, event, due_at) select"
                + " gen_random_uuid(), '" + begun.tenant + "', 'of_a_newer_version', now() - interval '2 days'"
                + " from generate_series(1, 150)");
        try {
            UUID intent = begun.outside();
            TestDatabase.tamper("update writ.pending_intent set due_at = now() - interval '1 hour'"
                    + " where intent_id = '" + intent + "'");
            Sweep sweep = begun.sweep(Duration.ZERO);

            assertThat(sweep.pass()).as("a page of what is left").isZero();
            sweep.pass();

            assertThat(begun.endings(intent)).isEqualTo(1);
        } finally {
            TestDatabase.tamper("delete from writ.pending_intent where tenant_id = '" + begun.tenant + "'");
        }
    }

    private static PGSimpleDataSource unreachable() {
        var unreachable = new PGSimpleDataSource();
        unreachable.setPortNumbers(new int[] {1});
        return unreachable;
    }

    @Test
    void aRunWhoseSessionIsGoneBecomesAGapThatSaysSo() {
        UUID run = begun.run();
        UUID inside = begun.insideRun();
        begun.timePasses();
        TestDatabase.tamper("delete from writ.session where intent_id = '" + run + "'");

        begun.sweep(Duration.ZERO).pass();

        assertThat(begun.gaps(run, "not text ? 'run' and text::text like '%missing_session%'"))
                .isEqualTo(1);
        assertThat(begun.gaps(inside, "text::text like '%missing_session%'")).isEqualTo(1);
        assertThat(begun.pending()).isZero();
    }

    @Test
    void ofManySweepsAndOneOutcomeExactlyOneEndsEachIntent() throws Exception {
        List<UUID> intents = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            intents.add(begun.outside());
        }
        UUID run = begun.run();
        intents.add(run);
        begun.timePasses();
        Callable<Boolean> sweep = () -> begun.sweep(Duration.ZERO).pass() > 0;
        List<Callable<Boolean>> racers = new ArrayList<>(Collections.nCopies(6, sweep));
        racers.add(() -> begun.end(run, RunCounts.OPENED) instanceof Attempt.Recorded);
        racers.add(() -> intents.stream().limit(10).map(begun::settle).toList().isEmpty());
        Collections.shuffle(racers);

        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(racers);
        }
        begun.sweep(Duration.ZERO).pass();

        assertThat(intents)
                .allSatisfy(intent -> assertThat(begun.endings(intent)).isEqualTo(1));
        assertThat(begun.pending()).isZero();
    }
}
