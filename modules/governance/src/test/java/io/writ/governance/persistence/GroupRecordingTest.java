package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Label;
import io.writ.governance.RecordingConfig;
import io.writ.governance.RefusalReason;
import io.writ.governance.TenantId;
import io.writ.governance.session.Progress;
import io.writ.governance.session.SessionFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupRecordingTest {

    private final TenantId tenant = Samples.freshTenant();
    private final TestLanes lanes = new TestLanes();
    private final SlowRecording transactions = new SlowRecording(new PlainRecording(TestDatabase.app()));
    private final List<Records> started = new ArrayList<>();
    private final List<Future<Attempt<Integer>>> occupants = new ArrayList<>();
    private final ExecutorService callers = Executors.newFixedThreadPool(64);

    @AfterEach
    void end() {
        transactions.goOn();
        started.forEach(Records::close);
        callers.close();
    }

    @Test
    void ofSixtyFourCallsAtOnceOnABudgetOfTenExactlyTenAreRecorded() throws Exception {
        Records records = records(1, 1_000, Duration.ofSeconds(10));
        SessionFacts session = open(records, 10);
        records.call(new Charge(session.key(), Label.NONE, Samples.INTERNAL, 0, 0, Samples.NOW), row(session));
        Callable<Attempt<Progress>> call = () -> records.call(charge(session), row(session));

        List<Attempt<Progress>> attempts = callers.invokeAll(Collections.nCopies(64, call)).stream()
                .map(Future::resultNow)
                .toList();

        assertThat(attempts.stream().filter(Attempt.Recorded.class::isInstance)).hasSize(9);
        assertThat(attempts.stream().filter(Attempt.Closed.class::isInstance)).hasSize(55);
        assertThat(decisions(session)).isEqualTo(11);
        assertThat(count("session", "calls_used = 10 and decision_count = 11")).isEqualTo(1);
        assertLanesAreWhole();
    }

    @Test
    void callersOfManySessionsAndTenantsAllGetTheirOwnResult() throws Exception {
        Records records = records(2, 1_000, Duration.ofSeconds(10));
        List<SessionFacts> sessions = new ArrayList<>();
        for (int index = 0; index < 8; index++) {
            sessions.add(open(records, Samples.freshTenant(), 1_000));
        }
        List<Callable<Long>> loops = IntStream.range(0, 64)
                .<Callable<Long>>mapToObj(index -> () -> twenty(records, sessions.get(index % sessions.size())))
                .toList();

        for (Future<Long> recorded : callers.invokeAll(loops)) {
            assertThat(recorded.resultNow()).isEqualTo(20);
        }

        for (SessionFacts session : sessions) {
            assertThat(TestDatabase.count("select calls_used from writ.session where session_id = '"
                            + session.key().session() + "'"))
                    .isEqualTo(161);
        }
        assertLanesAreWhole();
    }

    private static long twenty(Records records, SessionFacts session) {
        // The first call of a session raises its label; the others wait for it in turn.
        records.call(new Charge(session.key(), Label.NONE, Samples.INTERNAL, 0, 0, Samples.NOW), row(session));
        return IntStream.range(0, 20)
                .filter(_ -> records.call(charge(session), row(session)) instanceof Attempt.Recorded)
                .count();
    }

    @Test
    void aDecisionThatNobodyIsBesideIsWrittenByItsCaller() {
        Records records = records(0, 10, Duration.ofSeconds(10));
        SessionFacts session = open(records, 10);

        assertThat(records.note(row(session))).isInstanceOf(Attempt.Recorded.class);
    }

    @Test
    void whoeverFindsTheQueueFullIsRefusedAtOnceAndNothingIsWritten() throws Exception {
        Records records = records(1, 2, Duration.ofSeconds(10));
        SessionFacts session = open(records, 10);
        occupy(records, session);
        Future<Attempt<Integer>> waiting = note(records, session);
        awaitLength(records, 1);
        DecisionRow late = row(session);

        assertThat(records.note(late)).isEqualTo(new Attempt.Lost<Integer>(RefusalReason.LEDGER_BUSY));

        transactions.goOn();
        assertThat(waiting.get()).isInstanceOf(Attempt.Recorded.class);
        for (Future<Attempt<Integer>> occupant : occupants) {
            assertThat(occupant.get()).isInstanceOf(Attempt.Recorded.class);
        }
        assertThat(count("decision", "decision_id = '" + late.id() + "'")).isZero();
        assertThat(measured(records, "writ_ledger_queue_refused_total")).isEqualTo(1);
    }

    @Test
    void whoeverWaitsTooLongIsRefusedAndNeverWrittenAfterwards() throws Exception {
        Records records = records(1, 10, Duration.ofMillis(50));
        SessionFacts session = open(records, 10);
        occupy(records, session);
        DecisionRow late = row(session);

        assertThat(records.note(late)).isEqualTo(new Attempt.Lost<Integer>(RefusalReason.LEDGER_BUSY));

        transactions.goOn();
        for (Future<Attempt<Integer>> occupant : occupants) {
            assertThat(occupant.get()).isInstanceOf(Attempt.Recorded.class);
        }
        assertThat(records.note(row(session))).isInstanceOf(Attempt.Recorded.class);
        assertThat(count("decision", "decision_id = '" + late.id() + "'")).isZero();
    }

    @Test
    void anInterruptedCallerTakesItsDecisionBackOrNeverReleasesIt() throws Exception {
        Records records = records(1, 10, Duration.ofSeconds(10));
        SessionFacts session = open(records, 10);
        occupy(records, session);
        DecisionRow row = row(session);
        CountDownLatch told = new CountDownLatch(1);
        List<Attempt<Integer>> attempts = new ArrayList<>();
        Thread caller = Thread.ofPlatform().start(() -> {
            attempts.add(records.note(row));
            told.countDown();
        });
        awaitLength(records, 1);

        caller.interrupt();
        told.await();

        assertThat(attempts).containsExactly(new Attempt.Lost<>(RefusalReason.LEDGER_DOWN));
        transactions.goOn();
        assertThat(records.note(row(session))).isInstanceOf(Attempt.Recorded.class);
        assertThat(count("decision", "decision_id = '" + row.id() + "'")).isZero();
    }

    @Test
    void theEndRefusesWhatStillWaits() throws Exception {
        Records records = records(1, 10, Duration.ofSeconds(10));
        SessionFacts session = open(records, 10);
        occupy(records, session);
        Future<Attempt<Integer>> waiting = note(records, session);
        awaitLength(records, 1);

        records.close();

        assertThat(waiting.get()).isEqualTo(new Attempt.Lost<>(RefusalReason.LEDGER_BUSY));
    }

    @Test
    void whatDidNotPassWithOthersHearsTheReasonFromItsOwnGate() throws Exception {
        Records records = records(1, 10, Duration.ofSeconds(10));
        SessionFacts session = open(records, 1);
        records.call(new Charge(session.key(), Label.NONE, Samples.INTERNAL, 0, 0, Samples.NOW), row(session));
        occupy(records, session);
        Future<Attempt<Progress>> spent = callers.submit(() -> records.call(charge(session), row(session)));
        Future<Attempt<Integer>> beside = note(records, session);
        awaitLength(records, 2);

        transactions.goOn();

        assertThat(spent.get()).isEqualTo(new Attempt.Closed<Progress>());
        assertThat(beside.get()).isInstanceOf(Attempt.Recorded.class);
        assertLanesAreWhole();
    }

    private Records records(int writers, int waiting, Duration patience) {
        var config = new RecordingConfig(
                writers, waiting, patience, Thread.ofPlatform().daemon().factory());
        Records records = Records.inGroups(transactions, lanes, TestDatabase.app(), TestDatabase.keys(), config);
        started.add(records);
        return records;
    }

    /** One caller writes its own, the only writer writes another: whoever comes now has to wait. */
    private void occupy(Records records, SessionFacts session) throws InterruptedException {
        transactions.hold();
        for (int occupied = 1; occupied <= 2; occupied++) {
            occupants.add(note(records, session));
            transactions.awaitHeld(occupied);
        }
    }

    private Future<Attempt<Integer>> note(Records records, SessionFacts session) {
        return callers.submit(() -> records.note(row(session)));
    }

    private static void awaitLength(Records records, int length) throws InterruptedException {
        while (measured(records, "writ_ledger_queue_length") < length) {
            Thread.sleep(5);
        }
    }

    private static double measured(Records records, String name) {
        return records.measurements().stream()
                .filter(measurement -> measurement.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private SessionFacts open(Records records, int calls) {
        return open(records, tenant, calls);
    }

    private static SessionFacts open(Records records, TenantId tenant, int calls) {
        SessionFacts facts = Samples.facts(tenant, Samples.budget(calls, 0));
        assertThat(records.open(
                        Samples.session(facts),
                        Samples.row(
                                tenant,
                                Optional.of(facts.key().session()),
                                new Standing.Intent(Samples.NOW.plusSeconds(900)))))
                .isInstanceOf(Attempt.Recorded.class);
        return facts;
    }

    private static DecisionRow row(SessionFacts session) {
        return Samples.row(session.key().tenant(), Optional.of(session.key().session()));
    }

    private static Charge charge(SessionFacts session) {
        return new Charge(session.key(), Samples.INTERNAL, Samples.INTERNAL, 1, 0, Samples.NOW);
    }

    private long decisions(SessionFacts session) {
        return count("decision", "session_id = '" + session.key().session() + "'");
    }

    private long count(String table, String condition) {
        return TestDatabase.count(
                "select count(*) from writ." + table + " where tenant_id = '" + tenant + "' and " + condition);
    }

    /** Every lane counts from one without a hole; of this tenant's decisions each has one entry, and their lanes no other. */
    private void assertLanesAreWhole() {
        assertThat(TestDatabase.count("select count(*) from (select lane from writ.ledger_entry group by lane"
                        + " having min(seq) <> 1 or max(seq) <> count(*)) broken"))
                .isZero();
        assertThat(count("decision", "not exists (select from writ.ledger_entry where record_id = decision_id)"))
                .isZero();
        assertThat(TestDatabase.count("select count(*) from writ.ledger_entry where lane in (select lane"
                        + " from writ.ledger_entry join writ.decision on record_id = decision_id where tenant_id = '"
                        + tenant + "') and not exists (select from writ.decision where decision_id = record_id)"))
                .isZero();
    }
}
