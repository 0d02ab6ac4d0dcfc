package io.writ.governance.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.RefusalReason;
import io.writ.governance.SessionId;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.PlainRecording.Commit;
import io.writ.governance.session.Progress;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.session.SessionKey;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RecordsTest {

    private final TenantId tenant = Samples.freshTenant();
    private final TestLanes lanes = new TestLanes();
    private final Records records = records(Commit.CONFIRMED);
    private final Map<SessionKey, UUID> intents = new HashMap<>();

    @Test
    void aCallLeavesOneDecisionOneEntryAndItsEvidence() {
        SessionFacts session = open(10, 0);
        DecisionRow row = row(session);

        Attempt<Progress> attempt = records.call(charge(session, 100), row);

        assertThat(attempt)
                .isEqualTo(new Attempt.Recorded<>(new Progress(new RunCounts(1, 2, 2), 100, Samples.INTERNAL, false)));
        assertThat(decisions(session)).isEqualTo(2);
        assertThat(entries(row)).isEqualTo(1);
        assertThat(new EmittedEvidence(TestDatabase.app()).of(session.key()))
                .extracting(EvidenceRecord::unit)
                .containsExactlyInAnyOrder(Samples.unit("one"), Samples.unit("two"));
        assertThat(count("session", "session_id = '" + session.key().session() + "' and evidence_count = 2"))
                .isEqualTo(1);
    }

    @Test
    void aCallOverBudgetLeavesNothing() {
        SessionFacts session = open(1, 0);
        records.call(charge(session, 1), row(session));
        DecisionRow second = row(session);

        assertThat(records.call(again(session), second)).isEqualTo(new Attempt.Closed<Progress>());

        assertThat(entries(second)).isZero();
        assertThat(decisions(session)).isEqualTo(2);
    }

    @Test
    void bytesThatDoNotFitAreNotCharged() {
        SessionFacts session = open(10, 100);

        assertThat(records.call(charge(session, 101), row(session))).isEqualTo(new Attempt.Closed<Progress>());
        assertThat(records.call(charge(session, 100), row(session))).isInstanceOf(Attempt.Recorded.class);
    }

    @Test
    void ofSixtyFourCallsOnABudgetOfTenExactlyTenAreRecorded() throws Exception {
        SessionFacts session = open(10, 0);
        records.call(new Charge(session.key(), Label.NONE, Samples.INTERNAL, 0, 0, Samples.NOW), row(session));
        Callable<Attempt<Progress>> call = () -> records.call(again(session), row(session));

        List<Attempt<Progress>> attempts;
        try (var threads = Executors.newFixedThreadPool(16)) {
            attempts = threads.invokeAll(Collections.nCopies(64, call)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(attempts.stream().filter(Attempt.Recorded.class::isInstance)).hasSize(9);
        assertThat(decisions(session)).isEqualTo(11);
        assertThat(count("session", "session_id = '" + session.key().session() + "' and calls_used = 10"))
                .isEqualTo(1);
    }

    @Test
    void aRunThatIsHeldForLongIsGivenUpBeforeTheStatementIs() throws Exception {
        SessionFacts session = open(10, 0);
        try (var foreign = TestDatabase.app().getConnection()) {
            foreign.setAutoCommit(false);
            try (TenantStatement holding = TenantStatement.prepare(
                    foreign, tenant, "select 1 from writ.session where session_id = ? for update")) {
                holding.text(session.key().session().value()).rows();
                long begun = System.nanoTime();

                assertThat(records.call(charge(session, 1), row(session))).isInstanceOf(Attempt.Lost.class);

                assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(9));
            }
            foreign.rollback();
        }
        assertThat(records.call(charge(session, 1), row(session))).isInstanceOf(Attempt.Recorded.class);
    }

    @Test
    void aLabelThatRoseMeanwhileClosesTheGate() {
        SessionFacts session = open(10, 0);
        records.call(charge(session, 1), row(session));

        assertThat(records.call(charge(session, 1), row(session))).isEqualTo(new Attempt.Closed<Progress>());
    }

    @Test
    void aSessionIsClosedOnce() {
        SessionFacts session = open(10, 0);
        DecisionRow end = end(session, RunCounts.OPENED);

        assertThat(records.close(closing(session), end)).isEqualTo(new Attempt.Recorded<>("SUPPORTED"));
        assertThat(records.close(closing(session), end(session, RunCounts.OPENED)))
                .isEqualTo(new Attempt.Closed<String>());
        assertThat(records.call(charge(session, 1), row(session))).isEqualTo(new Attempt.Closed<Progress>());
    }

    @Test
    void anEndThatStatesAnythingElseThanWhatTheRunHoldsIsNotRecorded() {
        SessionFacts session = open(10, 0);
        records.call(charge(session, 1), row(session));
        for (RunCounts wrong : List.of(new RunCounts(0, 2, 2), new RunCounts(1, 1, 2), new RunCounts(1, 2, 1))) {
            assertThat(records.close(closing(session, Samples.INTERNAL), end(session, wrong)))
                    .isEqualTo(new Attempt.Closed<String>());
        }
        assertThat(count("pending_intent", "true")).isEqualTo(1);

        assertThat(records.close(closing(session, Samples.INTERNAL), end(session, new RunCounts(1, 2, 2))))
                .isInstanceOf(Attempt.Recorded.class);
        assertThat(count("pending_intent", "true")).isZero();
    }

    @Test
    void whatIsSaidOfARunAfterItsEndMustSaySo() {
        SessionFacts session = open(10, 0);
        DecisionRow late = Samples.row(tenant, Optional.of(session.key().session()), Standing.decisionAfterEnd());
        assertThat(records.note(late)).isEqualTo(new Attempt.Closed<Integer>());
        records.close(closing(session), end(session, RunCounts.OPENED));

        assertThat(records.note(row(session))).isEqualTo(new Attempt.Closed<Integer>());
        assertThat(records.note(late)).isEqualTo(new Attempt.Recorded<>(3));
        assertThat(count("decision", "after_end")).isEqualTo(1);
    }

    @Test
    void whatWasAnnouncedInARunIsSettledOnceAndCounted() {
        SessionFacts session = open(10, 0);
        Optional<SessionId> inside = Optional.of(session.key().session());
        DecisionRow intent = Samples.row(tenant, inside, new Standing.Intent(Samples.NOW.plusSeconds(60)));
        assertThat(records.intend(intent)).isEqualTo(new Attempt.Recorded<>(2));
        Standing end = Standing.end(Standing.Ending.How.OUTCOME, intent.id());

        assertThat(records.settle(Samples.row(Samples.freshTenant(), Optional.empty(), end)))
                .isEqualTo(new Attempt.Closed<Integer>());
        assertThat(records.settle(Samples.row(tenant, inside, end))).isEqualTo(new Attempt.Recorded<>(1));
        assertThat(records.settle(Samples.row(tenant, inside, end))).isEqualTo(new Attempt.Closed<Integer>());
        assertThat(records.close(closing(session), end(session, new RunCounts(0, 0, 3))))
                .isInstanceOf(Attempt.Recorded.class);
    }

    @Test
    void whatIsNoBeginningAndNoEndIsNotTakenForOne() {
        assertThatThrownBy(() -> records.settle(Samples.row(tenant, Optional.empty())))
                .hasMessageEndingWith("is a decision");
    }

    @Test
    void nothingIsWrittenWhenTheLedgerGivesNoEntry() {
        SessionFacts session = open(10, 0);
        lanes.goDown();

        assertThat(records.call(charge(session, 1), row(session)))
                .isEqualTo(new Attempt.Lost<Progress>(RefusalReason.LEDGER_DOWN));
        assertThat(decisions(session)).isEqualTo(1);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsFoundAgain() {
        SessionFacts session = open(10, 0);

        assertThat(records(Commit.ANSWER_LOST).call(charge(session, 1), row(session)))
                .isInstanceOf(Attempt.Recorded.class);
    }

    @Test
    void aCommitThatIsNotFoundIsLost() {
        SessionFacts session = open(10, 0);

        assertThat(records(Commit.LOST).call(charge(session, 1), row(session)))
                .isEqualTo(new Attempt.Lost<Progress>(RefusalReason.LEDGER_DOWN));
    }

    @Test
    void aRefusalIsRecordedWithItsOpeningsInsideAndOutsideASession() {
        SessionFacts session = open(10, 0);
        PersonalValue person = PersonalValue.ofPerson("principal", "dev", RandomGenerator.getDefault());

        assertThat(records.note(row(session).opening(List.of(person)))).isEqualTo(new Attempt.Recorded<>(2));
        assertThat(records.note(Samples.row(tenant, Optional.empty()))).isInstanceOf(Attempt.Recorded.class);
        assertThat(count("personal_value", "kind = 'principal' and content is null and salt is null"))
                .isEqualTo(1);
    }

    @Test
    void anotherTenantSeesAndChargesNothing() {
        SessionFacts session = open(10, 0);
        records.call(charge(session, 1), row(session));
        SessionFacts foreign = Samples.facts(Samples.freshTenant(), session.budget());
        var stolen = new SessionKey(foreign.key().tenant(), session.key().session());

        assertThat(new EmittedEvidence(TestDatabase.app()).of(stolen)).isEmpty();
        assertThat(new Doorstep(TestDatabase.app()).session(stolen)).isEmpty();
        assertThat(records.call(
                        new Charge(stolen, Samples.INTERNAL, Label.NONE, 0, 0, Samples.NOW),
                        Samples.row(stolen.tenant(), Optional.of(stolen.session()))))
                .isEqualTo(new Attempt.Closed<Progress>());
    }

    private Records records(Commit commit) {
        return Records.oneByOne(
                new PlainRecording(TestDatabase.app(), commit), lanes, TestDatabase.app(), TestDatabase.keys());
    }

    private SessionFacts open(int calls, int bytes) {
        SessionFacts facts = Samples.facts(tenant, Samples.budget(calls, bytes));
        DecisionRow intent = Samples.row(
                tenant, Optional.of(facts.key().session()), new Standing.Intent(Samples.NOW.plusSeconds(900)));
        intents.put(facts.key(), intent.id());
        assertThat(records.open(Samples.session(facts), intent))
                .isEqualTo(new Attempt.Recorded<>(facts.key().session().value()));
        return facts;
    }

    private DecisionRow end(SessionFacts session, RunCounts counts) {
        return Samples.row(
                tenant,
                Optional.of(session.key().session()),
                Standing.endOfRun(Standing.Ending.How.OUTCOME, intents.get(session.key()), counts, Optional.empty()));
    }

    private static DecisionRow row(SessionFacts session) {
        return Samples.row(
                session.key().tenant(), Optional.of(session.key().session()), Samples.unit("one"), Samples.unit("two"));
    }

    private static Charge charge(SessionFacts session, long bytes) {
        return new Charge(session.key(), Label.NONE, Samples.INTERNAL, bytes, 2, Samples.NOW);
    }

    /** A further call, of a caller that knows the label has risen. */
    private static Charge again(SessionFacts session) {
        return new Charge(session.key(), Samples.INTERNAL, Samples.INTERNAL, 1, 2, Samples.NOW);
    }

    private static Closing closing(SessionFacts session) {
        return closing(session, Label.NONE);
    }

    private static Closing closing(SessionFacts session, Label seen) {
        return new Closing(
                session.key(), seen, Samples.NOW, TerminalMode.SUPPORTED, JsonValue.EMPTY_JSON_OBJECT, "the answer");
    }

    private long decisions(SessionFacts session) {
        return count("decision", "session_id = '" + session.key().session() + "'");
    }

    private static long entries(DecisionRow row) {
        return TestDatabase.count("select count(*) from writ.ledger_entry where record_id = '" + row.id() + "'");
    }

    private long count(String table, String condition) {
        return TestDatabase.count(
                "select count(*) from writ." + table + " where tenant_id = '" + tenant + "' and " + condition);
    }
}
