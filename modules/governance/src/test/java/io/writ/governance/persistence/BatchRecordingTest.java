package io.writ.governance.persistence;

import static io.writ.governance.persistence.Waiting.alone;
import static io.writ.governance.persistence.Waiting.call;
import static io.writ.governance.persistence.Waiting.note;
import static io.writ.governance.persistence.Waiting.recorded;
import static io.writ.governance.persistence.Waiting.word;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.Label;
import io.writ.governance.RefusalReason;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.PlainRecording.Commit;
import io.writ.governance.session.Progress;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class BatchRecordingTest {

    private final TenantId tenant = Samples.freshTenant();
    private final TestLanes lanes = new TestLanes();
    private final CountingDatabase counted = new CountingDatabase(TestDatabase.app());

    @Test
    void aBatchTakesThreeRoundTripsAndADecisionByItselfTwo() {
        SessionFacts session = open(100, 0);
        counted.tripsSinceLastAsked();

        write(calls(session, 20));
        assertThat(counted.tripsSinceLastAsked()).isEqualTo(3);

        write(calls(session, 1));
        assertThat(counted.tripsSinceLastAsked()).isEqualTo(2);
    }

    @Test
    void everyDecisionOfABatchIsStoredWholeAndChainedInOrder() {
        SessionFacts session = open(10, 0);
        PersonalValue person = PersonalValue.ofPerson("principal", "dev", RandomGenerator.getDefault());
        Queued<Progress> first = call(session, 3, Samples.unit("one"), Samples.unit("two"));
        Queued<Progress> second = call(session, 4);
        Queued<Integer> third = note(Samples.row(tenant, Optional.empty()).opening(List.of(person)));

        write(List.of(first, second, third));

        assertThat(word(first)).isEqualTo(recorded(new Progress(new RunCounts(2, 2, 3), 3, Samples.INTERNAL, false)));
        assertThat(word(second)).isEqualTo(recorded(new Progress(new RunCounts(3, 2, 4), 7, Samples.INTERNAL, false)));
        assertThat(word(third)).isEqualTo(recorded(1));
        assertThat(chained(List.of(first, second, third))).containsExactly(1L, 2L, 3L);
        assertThat(count("evidence", "decision_id = '" + id(first) + "' and ord in (0, 1)"))
                .isEqualTo(2);
        assertThat(count("personal_value", "decision_id = '" + id(third) + "'")).isEqualTo(1);
        assertThat(count("decision", "decision_id = '" + id(first) + "' and policy_input is not null"))
                .isEqualTo(1);
        assertThat(count("session", "calls_used = 3 and bytes_used = 7 and evidence_count = 2 and decision_count = 4"))
                .isEqualTo(1);
    }

    @Test
    void aClosedGateLeavesNoHoleInTheLane() {
        SessionFacts open = open(10, 0);
        SessionFacts spent = open(1, 0);
        Queued<Progress> before = call(open, 1);
        Queued<Progress> closed = call(spent, 1, Samples.unit("never"));
        Queued<Progress> after = call(open, 1);

        write(List.of(before, closed, after));

        assertThat(word(closed)).isEqualTo(alone());
        assertThat(chained(List.of(before, after))).containsExactly(1L, 2L);
        assertThat(entries(closed)).isZero();
        assertThat(count("decision", "decision_id = '" + id(closed) + "'")).isZero();
        assertThat(count("evidence", "decision_id = '" + id(closed) + "'")).isZero();
    }

    @Test
    void callsOfASessionThatDoNotFitTogetherAreHandedBackAndNothingIsCharged() {
        SessionFacts session = open(10, 0);
        List<Queued<?>> calls = calls(session, 10);

        write(calls);

        assertThat(calls).allSatisfy(call -> assertThat(word(call)).isEqualTo(alone()));
        assertThat(count("session", "calls_used = 1 and decision_count = 2")).isEqualTo(1);
    }

    @Test
    void bytesAreSummedBeforeTheyAreCharged() {
        SessionFacts session = open(10, 100);

        Queued<Progress> half = call(session, 60);
        write(List.of(half, call(session, 60)));
        assertThat(word(half)).isEqualTo(alone());

        Queued<Progress> fits = call(session, 40);
        write(List.of(fits, call(session, 60)));
        assertThat(word(fits)).isEqualTo(recorded(new Progress(new RunCounts(2, 0, 3), 40, Samples.INTERNAL, false)));
    }

    @Test
    void callsThatRaiseTheLabelUnderEachOtherDoNotPassTogether() {
        SessionFacts session = Samples.facts(tenant, Samples.budget(10, 0));
        opened(session);
        Queued<Progress> first = call(session, Label.NONE, 1);

        write(List.of(first, call(session, Label.NONE, 1)));
        assertThat(word(first)).isEqualTo(alone());

        Queued<Progress> single = call(session, Label.NONE, 1);
        write(List.of(single, note(tenant)));
        assertThat(word(single)).isEqualTo(recorded(new Progress(new RunCounts(1, 0, 2), 1, Samples.INTERNAL, false)));

        Queued<Progress> late = call(session, Label.NONE, 1);
        write(List.of(late, note(tenant)));
        assertThat(word(late)).isEqualTo(alone());
    }

    @Test
    void notesOfRunsAreCountedTogetherAndThoseThatMistakeWhetherTheRunHasEndedAreHandedBack() {
        SessionFacts session = open(10, 0);
        Queued<Integer> first = note(session);
        Queued<Integer> second = note(session);
        Queued<Integer> mistaken =
                note(Samples.row(tenant, Optional.of(session.key().session()), Standing.decisionAfterEnd()));

        write(List.of(first, mistaken, second));

        assertThat(word(first)).isEqualTo(recorded(3));
        assertThat(word(second)).isEqualTo(recorded(4));
        assertThat(word(mistaken)).isEqualTo(alone());
        assertThat(count("session", "decision_count = 4")).isEqualTo(1);
    }

    @Test
    void notesOfNoRunNeedNoGateAndTwoRoundTrips() {
        List<Queued<?>> notes = List.of(note(tenant), note(tenant), note(tenant));
        counted.tripsSinceLastAsked();

        write(notes);

        assertThat(counted.tripsSinceLastAsked()).isEqualTo(2);
        assertThat(notes).allSatisfy(note -> assertThat(entries(note)).isEqualTo(1));
    }

    @Test
    void aSessionThatSomebodyHoldsDoesNotHoldUpTheOthers() throws Exception {
        SessionFacts held = open(10, 0);
        SessionFacts free = open(10, 0);
        Queued<Progress> stuck = call(held, 1);
        Queued<Integer> stuckNote = note(held);
        Queued<Progress> quick = call(free, 1);

        try (var foreign = TestDatabase.app().getConnection()) {
            foreign.setAutoCommit(false);
            try (TenantStatement holding = TenantStatement.prepare(
                    foreign, tenant, "select 1 from writ.session where session_id = ? for update")) {
                holding.text(held.key().session().value()).rows();
                write(List.of(stuck, stuckNote, quick));
                assertThat(word(quick)).isInstanceOf(Queued.Word.Done.class);
                assertThat(word(stuck)).isEqualTo(alone());
                assertThat(word(stuckNote)).isEqualTo(alone());

                Queued<Progress> single = call(held, 1);
                write(List.of(single));
                assertThat(word(single)).isEqualTo(alone());
            }
            foreign.rollback();
        }
        assertThat(chained(List.of(quick))).containsExactly(1L);
    }

    @Test
    void aPoisonedDecisionIsHandedBackAloneAndAllOthersAreRecorded() {
        SessionFacts session = open(100, 0);
        List<Queued<?>> batch = new ArrayList<>(calls(session, 9));
        Queued<Progress> poisoned = call(session, 1, poison());
        batch.add(5, poisoned);

        write(batch);

        assertThat(word(poisoned)).isEqualTo(alone());
        batch.remove(poisoned);
        assertThat(batch).allSatisfy(call -> assertThat(word(call)).isInstanceOf(Queued.Word.Done.class));
        assertThat(batch).allSatisfy(call -> assertThat(entries(call)).isEqualTo(1));
        assertThat(count("session", "calls_used = 10")).isEqualTo(1);
    }

    @Test
    void aBatchBehindAnEntryThatIsNotThereIsWrittenInAnotherLane() {
        SessionFacts session = open(10, 0);
        List<Queued<?>> calls = calls(session, 4);
        lanes.loseAnEntry();

        write(calls);

        assertThat(calls).allSatisfy(call -> assertThat(attempt(call)).isInstanceOf(Attempt.Recorded.class));
        assertThat(calls).allSatisfy(call -> assertThat(entries(call)).isEqualTo(1));
        assertThat(count("session", "calls_used = 5")).isEqualTo(1);
    }

    @Test
    void anotherTenantsSessionIsNeitherSeenNorCharged() {
        SessionFacts own = open(10, 0);
        TenantId thief = Samples.freshTenant();
        SessionFacts foreign = Samples.facts(thief, own.budget());
        SessionKey stolen = new SessionKey(thief, own.key().session());
        Charge charge = new Charge(stolen, Samples.INTERNAL, Samples.INTERNAL, 1, 0, Samples.NOW);
        Queued<Progress> theft =
                new Queued<>(new CallGate(charge), Waiting.stored(Samples.row(thief, Optional.of(stolen.session()))));
        opened(foreign);

        write(List.of(theft, note(thief)));

        assertThat(word(theft)).isEqualTo(alone());
        assertThat(count("session", "calls_used = 1")).isEqualTo(1);
    }

    @Test
    void ofACommitWhoseAnswerWasLostEveryDecisionIsFoundAgain() {
        SessionFacts session = open(10, 0);
        List<Queued<?>> calls = calls(session, 3);

        recording(TestDatabase.app(), Commit.ANSWER_LOST).write(calls);

        assertThat(calls).allSatisfy(call -> assertThat(attempt(call)).isInstanceOf(Attempt.Recorded.class));
    }

    @Test
    void ofACommitThatIsNotFoundEveryDecisionIsLost() {
        SessionFacts session = open(10, 0);
        List<Queued<?>> calls = calls(session, 3);

        recording(TestDatabase.app(), Commit.LOST).write(calls);

        assertThat(calls)
                .allSatisfy(call -> assertThat(attempt(call)).isEqualTo(new Attempt.Lost<>(RefusalReason.LEDGER_DOWN)));
        assertThat(calls).allSatisfy(call -> assertThat(entries(call)).isZero());
    }

    @Test
    void withoutALaneNothingIsWritten() {
        SessionFacts session = open(10, 0);
        List<Queued<?>> calls = calls(session, 3);
        lanes.goDown();

        write(calls);

        assertThat(calls)
                .allSatisfy(call -> assertThat(attempt(call)).isEqualTo(new Attempt.Lost<>(RefusalReason.LEDGER_DOWN)));
        assertThat(count("session", "calls_used = 1")).isEqualTo(1);
    }

    private static EvidenceUnit poison() {
        EvidenceUnit unit = Samples.unit("fine");
        return new EvidenceUnit(
                unit.id(),
                unit.sourceSystem(),
                "public/\0.txt",
                unit.versionId(),
                unit.locator(),
                unit.contentType(),
                unit.content(),
                unit.contentHash(),
                unit.retrievedAt(),
                unit.asOf(),
                unit.policySnapshot(),
                unit.transformChain(),
                unit.label());
    }

    private static List<Queued<?>> calls(SessionFacts session, int count) {
        return IntStream.range(0, count)
                .<Queued<?>>mapToObj(_ -> call(session, 1))
                .toList();
    }

    private BatchRecording recording(DataSource database, Commit commit) {
        RecordingTransaction transactions = new PlainRecording(database, commit);
        StoredDecisions stored = new StoredDecisions(TestDatabase.app());
        return new BatchRecording(transactions, lanes, new SingleRecording(transactions, lanes, stored), stored);
    }

    private void write(List<Queued<?>> batch) {
        recording(counted, Commit.CONFIRMED).write(batch);
    }

    /** A session whose first call was answered, so that its label stands. */
    private SessionFacts open(int calls, int bytes) {
        SessionFacts facts = Samples.facts(tenant, Samples.budget(calls, bytes));
        opened(facts);
        write(List.of(call(facts, Label.NONE, 0)));
        return facts;
    }

    private void opened(SessionFacts facts) {
        Records.oneByOne(new PlainRecording(TestDatabase.app()), lanes, TestDatabase.app(), TestDatabase.keys())
                .open(
                        Samples.session(facts),
                        Samples.row(
                                facts.key().tenant(),
                                Optional.of(facts.key().session()),
                                new Standing.Intent(Samples.NOW.plusSeconds(900))));
    }

    private static Attempt<?> attempt(Queued<?> pending) {
        return switch (word(pending)) {
            case Queued.Word.Done<?>(Attempt<?> attempt) -> attempt;
            case Queued.Word.Alone<?> _ -> throw new AssertionError("handed back");
        };
    }

    private static UUID id(Queued<?> pending) {
        return pending.stored().row().id();
    }

    private static long entries(Queued<?> pending) {
        return TestDatabase.count("select count(*) from writ.ledger_entry where record_id = '" + id(pending) + "'");
    }

    /** The places of their entries; all in one lane. */
    private static List<Long> chained(List<Queued<?>> decisions) {
        List<Long> lanes =
                decisions.stream().map(one -> of("lane", one)).distinct().toList();
        assertThat(lanes).hasSize(1);
        return decisions.stream().map(one -> of("seq", one)).toList();
    }

    private static long of(String column, Queued<?> decision) {
        return TestDatabase.count(
                "select " + column + " from writ.ledger_entry where record_id = '" + id(decision) + "'");
    }

    private long count(String table, String condition) {
        return TestDatabase.count(
                "select count(*) from writ." + table + " where tenant_id = '" + tenant + "' and " + condition);
    }
}
