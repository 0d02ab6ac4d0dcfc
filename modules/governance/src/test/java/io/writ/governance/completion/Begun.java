package io.writ.governance.completion;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.TenantId;
import io.writ.governance.Ulids;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.Closing;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Doorstep;
import io.writ.governance.persistence.PendingIntents;
import io.writ.governance.persistence.PlainRecording;
import io.writ.governance.persistence.Records;
import io.writ.governance.persistence.RunLeaves;
import io.writ.governance.persistence.Samples;
import io.writ.governance.persistence.Standing;
import io.writ.governance.persistence.TestDatabase;
import io.writ.governance.persistence.TestLanes;
import io.writ.governance.session.RunCounts;
import io.writ.governance.session.SessionFacts;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import io.writ.governance.transcript.Scribe;
import io.writ.governance.transcript.SystemCaller;
import jakarta.json.JsonValue;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What a tenant began, on a node whose clock stands still at some time. */
final class Begun {

    final TenantId tenant = Samples.freshTenant();
    final TestLanes lanes = new TestLanes();
    final Records records =
            Records.oneByOne(new PlainRecording(TestDatabase.app()), lanes, TestDatabase.app(), TestDatabase.keys());

    private final Caller caller = Samples.caller(tenant, "dev");
    private final SessionFacts run = Samples.facts(tenant, Samples.budget(10, 0));
    private final Scribe scribe = new Scribe(Clock.fixed(Samples.NOW, ZoneOffset.UTC), new SecureRandom());

    /** Opens the run and returns its intent. */
    UUID run() {
        DecisionRow row = scribe.write(
                Circumstances.inside(caller, run),
                deed(Event.CREATE_SESSION, "opened"),
                new Standing.Intent(run.expiresAt()));
        assertThat(records.open(Samples.session(run), row)).isInstanceOf(Attempt.Recorded.class);
        return row.id();
    }

    /** Announces something inside the run. */
    UUID insideRun() {
        return announced(Circumstances.inside(caller, run));
    }

    /** Announces something in no run. */
    UUID outside() {
        return announced(Circumstances.outside(caller));
    }

    Attempt<String> end(UUID intent, RunCounts counts) {
        DecisionRow row = scribe.write(
                Circumstances.inside(caller, run),
                deed(Event.FINALIZE, "finalized"),
                Standing.endOfRun(Standing.Ending.How.OUTCOME, intent, counts, Optional.empty()));
        Closing closing = new Closing(
                run.key(), Label.NONE, Samples.NOW, TerminalMode.SUPPORTED, JsonValue.EMPTY_JSON_OBJECT, "the answer");
        return records.close(closing, row);
    }

    Attempt<Integer> settle(UUID intent) {
        return records.settle(scribe.write(
                Circumstances.outside(caller),
                deed(Event.BACKTEST_POLICY, "finished"),
                Standing.end(Standing.Ending.How.OUTCOME, intent)));
    }

    /** A sweep of another node, whose clock may be ahead. */
    Sweep sweep(Duration ahead) {
        return sweep(ahead, TestDatabase.app(), TestDatabase.app());
    }

    /** A sweep for which reading sessions, or digesting runs, may fail. */
    Sweep sweep(DataSource sessions, DataSource digests) {
        return sweep(Duration.ZERO, sessions, digests);
    }

    private Sweep sweep(Duration ahead, DataSource sessions, DataSource digests) {
        Clock clock = Clock.fixed(Samples.NOW.plus(ahead), ZoneOffset.UTC);
        SecureRandom random = new SecureRandom();
        PendingIntents pending = new PendingIntents(TestDatabase.app());
        Gaps gaps = new Gaps(
                pending,
                new Doorstep(sessions),
                new RunLeaves(digests),
                records,
                new Scribe(clock, random),
                new SystemCaller("node-b", new Ulids(clock, random), random));
        return new Sweep(pending, gaps);
    }

    /** Lets everything that the tenant began be overdue by the clock of the database. */
    void timePasses() {
        TestDatabase.tamper(
                "update writ.pending_intent set due_at = now() - interval '1 hour' where tenant_id = '" + tenant + "'");
    }

    long pending() {
        return TestDatabase.count("select count(*) from writ.pending_intent where tenant_id = '" + tenant + "'");
    }

    /** How many gaps of this intent stand in the ledger, under a condition on their text. */
    long gaps(UUID intent, String condition) {
        return TestDatabase.count("select count(*) from (select convert_from(canonical, 'UTF8')::jsonb as text"
                + " from writ.decision join writ.ledger_entry e on e.record_id = decision_id and e.kind = 5"
                + " where closes = '" + intent + "') gap where text->>'closes' = '" + intent
                + "' and text->>'kind' = 'gap'"
                + " and " + condition);
    }

    long endings(UUID intent) {
        return TestDatabase.count("select count(*) from writ.decision where closes = '" + intent + "'");
    }

    private UUID announced(Circumstances where) {
        DecisionRow row = scribe.write(
                where, deed(Event.BACKTEST_POLICY, "started"), new Standing.Intent(Samples.NOW.plusSeconds(600)));
        assertThat(records.intend(row)).isInstanceOf(Attempt.Recorded.class);
        return row.id();
    }

    private static Deed deed(Event event, String outcome) {
        return Deed.withoutData(event, Optional.empty(), PolicyTrail.NOT_ASKED, outcome, TerminalMode.SUPPORTED);
    }
}
