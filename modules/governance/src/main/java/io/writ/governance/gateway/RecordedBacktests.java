package io.writ.governance.gateway;

import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.BacktestId;
import io.writ.governance.BacktestOrder;
import io.writ.governance.BacktestOutcome;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import io.writ.governance.Caller;
import io.writ.governance.PolicyBacktests;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.DecisionRow;
import io.writ.governance.persistence.Standing;
import io.writ.governance.policy.backtest.BacktestFailure;
import io.writ.governance.policy.backtest.Trial;
import io.writ.governance.policy.engine.PolicyBundle;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Backtests, each recorded before it begins, before its report can be seen, and when it is seen. */
final class RecordedBacktests implements PolicyBacktests {

    /** Most take seconds. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** A backtest looks at the time once a page; a page takes seconds. */
    private static final Duration LAST_PAGE = Duration.ofMinutes(1);

    private final Stages stages;
    private final Door door;
    private final Door looks;
    private final PermitBacktest permission;
    private final BacktestParts parts;
    private final Supplier<Optional<PolicyBundle>> inForce;
    private final Supplier<UUID> ids;

    RecordedBacktests(
            AdmittedBacktests admitted,
            PermitBacktest permission,
            BacktestParts parts,
            Supplier<Optional<PolicyBundle>> inForce,
            Supplier<UUID> ids) {
        this.stages = admitted.stages();
        this.door = admitted.door();
        this.looks = admitted.looks();
        this.permission = permission;
        this.parts = parts;
        this.inForce = inForce;
        this.ids = ids;
    }

    @Override
    public BacktestOutcome start(Caller caller, BacktestOrder order) {
        Optional<BacktestOutcome> away = turnedAway(caller, door);
        return away.isPresent() ? away.get() : permitted(caller, order);
    }

    private BacktestOutcome permitted(Caller caller, BacktestOrder order) {
        return switch (permission.perform(new BacktestQuestion(caller, now()))) {
            case BacktestPermission.Withheld(Objection objection, PolicyTrail trail) ->
                refuse(caller, trail, objection);
            case BacktestPermission.Granted(PolicyTrail trail) -> begin(caller, order, trail);
        };
    }

    @Override
    public BacktestOutcome look(Caller caller, BacktestId id) {
        Optional<BacktestOutcome> away = turnedAway(caller, looks);
        return away.isPresent() ? away.get() : found(caller, id);
    }

    private Optional<BacktestOutcome> turnedAway(Caller caller, Door through) {
        return stages.admission()
                .admit(caller, through)
                .map(away -> new BacktestOutcome.Refused(
                        stages.recording().turnAway(refused(caller, PolicyTrail.NOT_ASKED), away)));
    }

    private BacktestOutcome found(Caller caller, BacktestId id) {
        return switch (permission.perform(new BacktestQuestion(caller, now()))) {
            case BacktestPermission.Withheld(Objection objection, PolicyTrail trail) ->
                refuse(caller, trail, objection);
            case BacktestPermission.Granted(PolicyTrail trail) ->
                parts.rows()
                        .find(caller.principal().tenant(), id)
                        .map(found -> shown(caller, found, trail))
                        .orElseGet(() -> refuse(
                                caller,
                                trail,
                                Objection.of(RefusalReason.BACKTEST_UNKNOWN, "there is no such backtest here")));
        };
    }

    private BacktestOutcome begin(Caller caller, BacktestOrder order, PolicyTrail trail) {
        Optional<PolicyBundle> base = inForce.get();
        if (base.isEmpty()) {
            return refuse(
                    caller,
                    trail,
                    Objection.of(RefusalReason.POLICY_UNAVAILABLE, "no policy is in force to compare with"));
        }
        return inPlace(caller, order, base.get(), trail);
    }

    /** A candidate is read only in its place: of this node, for its memory, and of the tenant. */
    private BacktestOutcome inPlace(Caller caller, BacktestOrder order, PolicyBundle base, PolicyTrail trail) {
        if (!parts.place().tryAcquire()) {
            return running(caller, trail, "this node is busy with another backtest; try again when it has ended");
        }
        boolean kept = false;
        try {
            BacktestView begun =
                    new BacktestView(new BacktestId(ids.get()), now(), order.decisions(), new State.Running(0));
            if (!parts.rows().claim(caller.principal().tenant(), begun.id(), begun.requestedAt(), order.decisions())) {
                return running(
                        caller, trail, "another backtest of this tenant is running; try again when it has ended");
            }
            BacktestOutcome outcome = begin(caller, order, base, begun, trail);
            kept = outcome instanceof BacktestOutcome.Seen;
            return outcome;
        } finally {
            if (!kept) {
                parts.place().release();
            }
        }
    }

    private BacktestOutcome begin(
            Caller caller, BacktestOrder order, PolicyBundle base, BacktestView begun, PolicyTrail trail) {
        Trial trial;
        try {
            trial = Trial.of(order, base, now());
        } catch (BacktestFailure unusable) {
            leave(caller, begun, unusable.problem());
            return refuse(caller, trail, Objection.of(RefusalReason.PARAMS_INVALID, unusable.problem()));
        }
        RecordStage recording = parts.recording();
        DecisionRow intent = recording.row(
                Circumstances.outside(caller),
                deed(trail, "started").with(detail(begun.id(), order, trial)),
                new Standing.Intent(now().plus(BacktestRun.TIME_MAX).plus(LAST_PAGE)));
        Optional<Refusal> lost = lost(recording.records().intend(intent));
        if (lost.isPresent()) {
            leave(caller, begun, "its beginning could not be recorded");
            return new BacktestOutcome.Refused(lost.get());
        }
        var announced = new BacktestRun.Announced(begun.id(), intent.id());
        parts.threads()
                .newThread(new BacktestRun(parts, caller, announced, trial, order.decisions()))
                .start();
        return new BacktestOutcome.Seen(begun);
    }

    private void leave(Caller caller, BacktestView begun, String problem) {
        parts.rows().end(caller.principal().tenant(), begun.id(), new State.Failed(now(), problem));
    }

    private BacktestOutcome running(Caller caller, PolicyTrail trail, String problem) {
        return refuse(caller, trail, new Objection(RefusalReason.BACKTEST_RUNNING, problem, Optional.of(RETRY)));
    }

    /** A report is shown when the look at it is recorded; progress tells nothing that would need it. */
    private BacktestOutcome shown(Caller caller, BacktestView found, PolicyTrail trail) {
        return switch (found.state()) {
            case State.Running _, State.Interrupted _, State.Failed _ -> new BacktestOutcome.Seen(found);
            case State.Done _ ->
                lost(caller, deed(trail, "answered").with(shownDetail(found.id())))
                        .<BacktestOutcome>map(BacktestOutcome.Refused::new)
                        .orElseGet(() -> new BacktestOutcome.Seen(found));
        };
    }

    private BacktestOutcome refuse(Caller caller, PolicyTrail trail, Objection objection) {
        return new BacktestOutcome.Refused(stages.recording().refuse(refused(caller, trail), objection));
    }

    private Optional<Refusal> lost(Caller caller, Deed deed) {
        RecordStage recording = parts.recording();
        return lost(recording.records().note(recording.row(Circumstances.outside(caller), deed)));
    }

    private static Optional<Refusal> lost(Attempt<Integer> attempt) {
        return switch (attempt) {
            case Attempt.Recorded<Integer> _ -> Optional.empty();
            case Attempt.Closed<Integer> _ -> Optional.of(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN));
            case Attempt.Lost<Integer>(RefusalReason reason) -> Optional.of(RecordStage.unrecorded(reason));
        };
    }

    private static Deed deed(PolicyTrail trail, String outcome) {
        return Deed.withoutData(Event.BACKTEST_POLICY, Optional.empty(), trail, outcome, TerminalMode.SUPPORTED);
    }

    private static RecordStage.Refused refused(Caller caller, PolicyTrail trail) {
        return new RecordStage.Refused(Circumstances.outside(caller), Event.BACKTEST_POLICY, Optional.empty(), trail);
    }

    private static JsonObject detail(BacktestId id, BacktestOrder order, Trial trial) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("backtest_id", id.toString())
                .add("base_sha256", trial.base().bundle().hex())
                .add("candidate_sha256", trial.candidate().bundle().hex())
                .add("decisions_max", order.decisions())
                .build();
    }

    private static JsonObject shownDetail(BacktestId id) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("backtest_id", id.toString())
                .build();
    }

    private Instant now() {
        return stages.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
