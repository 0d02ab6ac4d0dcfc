package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.BacktestId;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import io.writ.governance.Caller;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.Standing;
import io.writ.governance.policy.backtest.Backtest;
import io.writ.governance.policy.backtest.BacktestFailure;
import io.writ.governance.policy.backtest.Trial;
import io.writ.governance.policy.backtest.Walk;
import io.writ.governance.policy.backtest.Workers;
import io.writ.governance.policy.backtest.report.BacktestReport;
import io.writ.governance.policy.backtest.report.JudgedReport;
import io.writ.governance.policy.backtest.report.ReportJson;
import io.writ.governance.policy.backtest.report.ReportJunit;
import io.writ.governance.policy.backtest.report.ReportMarkdown;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** One backtest at work. What it found is shown only when that it was found is recorded. */
final class BacktestRun implements Runnable {

    /** What takes longer is a candidate that hardly ends, and somebody waits for the tenant's place. */
    static final Duration TIME_MAX = Duration.ofMinutes(10);

    /** Often enough for a person who watches. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private static final Logger LOG = System.getLogger(BacktestRun.class.getName());

    private final BacktestParts parts;
    private final Caller caller;
    private final BacktestId id;
    private final UUID intent;
    private final Trial trial;
    private final long decisionsMax;
    private Instant beatAt;

    BacktestRun(BacktestParts parts, Caller caller, Announced announced, Trial trial, long decisionsMax) {
        this.parts = parts;
        this.caller = caller;
        this.id = announced.id();
        this.intent = announced.intent();
        this.trial = trial;
        this.decisionsMax = decisionsMax;
        this.beatAt = parts.clock().instant();
    }

    /**
     * A backtest whose beginning is recorded.
     *
     * @param intent the record of it, which the end closes
     */
    record Announced(BacktestId id, UUID intent) {}

    @Override
    public void run() {
        try {
            end(outcome());
        } catch (RuntimeException unrecorded) {
            // Nobody waits for this thread. The place is free again when its beat has been missed for long enough.
            LOG.log(Level.ERROR, "the end of backtest " + id + " could not be stored", unrecorded);
        } finally {
            parts.place().release();
        }
    }

    private State outcome() {
        Instant deadline = parts.clock().instant().plus(TIME_MAX);
        try (Workers workers = Workers.of(parts.workers())) {
            BacktestReport report = new Backtest(trial.base(), trial.candidate(), parts.clock())
                    .over(walk(), workers, decisions -> goOn(decisions, deadline));
            JudgedReport judged = new JudgedReport(report, trial.failOn());
            return recorded(
                    new BacktestView.Report(ReportJson.of(judged), ReportMarkdown.of(judged), ReportJunit.of(judged)));
        } catch (BacktestFailure stopped) {
            return recordedFailure(stopped.problem());
        } catch (RuntimeException broken) {
            LOG.log(Level.ERROR, "backtest " + id + " broke", broken);
            return recordedFailure("the recorded decisions could not be read or evaluated; the server log says why");
        }
    }

    private Walk walk() {
        return new Walk(parts.inputs(), Optional.of(tenant()), decisionsMax);
    }

    private void goOn(long decisions, Instant deadline) {
        Instant now = parts.clock().instant();
        if (now.isAfter(deadline)) {
            throw new BacktestFailure("it took longer than " + TIME_MAX.toMinutes()
                    + " minutes; ask for fewer decisions, or use the command line");
        }
        if (now.isBefore(beatAt)) {
            return;
        }
        beatAt = now.plus(BEAT);
        if (!parts.rows().beat(tenant(), id, decisions)) {
            throw new BacktestFailure("this node was silent for too long, and another backtest took its place");
        }
    }

    private State recorded(BacktestView.Report report) {
        return switch (settle(deed("finished", TerminalMode.SUPPORTED).with(detail(report)))) {
            case Attempt.Recorded<Integer> _ -> new State.Done(now(), report);
            case Attempt.Closed<Integer> _, Attempt.Lost<Integer> _ ->
                failed("its end could not be recorded, so its report is not shown; start it again later");
        };
    }

    /** A failure shows nothing, so it is told even if it could not be recorded: then it becomes a gap. */
    private State recordedFailure(String problem) {
        JsonObject detail = named().add("problem", problem).build();
        settle(deed("failed", TerminalMode.SOURCE_UNAVAILABLE).with(detail));
        return failed(problem);
    }

    private Attempt<Integer> settle(Deed deed) {
        Standing end = Standing.end(Standing.Ending.How.OUTCOME, intent);
        RecordStage recording = parts.recording();
        return recording.records().settle(recording.row(Circumstances.outside(caller), deed, end));
    }

    private static Deed deed(String outcome, TerminalMode mode) {
        return Deed.withoutData(Event.BACKTEST_POLICY, Optional.empty(), PolicyTrail.NOT_ASKED, outcome, mode);
    }

    private JsonObjectBuilder named() {
        return SharedJson.PROVIDER.createObjectBuilder().add("backtest_id", id.toString());
    }

    private JsonObject detail(BacktestView.Report report) {
        return named().add("report_sha256", Digest.ofRfc8785(report.json()).hex())
                .build();
    }

    private State failed(String problem) {
        return new State.Failed(now(), problem);
    }

    private void end(State state) {
        parts.rows().end(tenant(), id, state);
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private TenantId tenant() {
        return caller.principal().tenant();
    }
}
