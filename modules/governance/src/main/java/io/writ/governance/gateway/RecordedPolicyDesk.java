package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.DecisionView;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.persistence.PersonalValue;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A policy desk that answers only so often, and only what it has recorded: a question costs many evaluations and a commit. */
final class RecordedPolicyDesk implements PolicyDesk {

    private final PolicyDesk desk;
    private final Stages stages;
    private final Door door;
    private final RandomGenerator random;

    RecordedPolicyDesk(PolicyDesk desk, Stages stages, Door door, RandomGenerator random) {
        this.desk = desk;
        this.stages = stages;
        this.door = door;
        this.random = random;
    }

    @Override
    public SimulationOutcome simulate(Caller caller, Simulation simulation) {
        return turnedAway(caller, Event.SIMULATE)
                .<SimulationOutcome>map(SimulationOutcome.Refused::new)
                .orElseGet(() -> recorded(caller, caller.principal(), simulation, desk.simulate(caller, simulation)));
    }

    @Override
    public SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation) {
        return turnedAway(caller, Event.SIMULATE)
                .<SimulationOutcome>map(SimulationOutcome.Refused::new)
                .orElseGet(() -> recorded(caller, subject, simulation, desk.evaluate(caller, subject, simulation)));
    }

    private SimulationOutcome recorded(
            Caller caller, Principal subject, Simulation simulation, SimulationOutcome outcome) {
        Optional<PersonalValue> other = subject.equals(caller.principal())
                ? Optional.empty()
                : Optional.of(PersonalValue.ofPerson("principal", subject.id().value(), random));
        Deed deed = switch (outcome) {
            case SimulationOutcome.Simulated(DecisionView decision) ->
                deed(Event.SIMULATE, "answered", TerminalMode.SUPPORTED).with(detail(simulation, decision, other));
            case SimulationOutcome.Refused(Refusal refusal) ->
                refused(Event.SIMULATE, refusal).with(about(other).build());
        };
        return lost(caller, deed, other.stream().toList())
                .<SimulationOutcome>map(SimulationOutcome.Refused::new)
                .orElse(outcome);
    }

    @Override
    public CapabilitiesOutcome capabilities(Caller caller) {
        return turnedAway(caller, Event.CAPABILITIES)
                .<CapabilitiesOutcome>map(CapabilitiesOutcome.Refused::new)
                .orElseGet(() -> listed(caller));
    }

    private CapabilitiesOutcome listed(Caller caller) {
        CapabilitiesOutcome outcome = desk.capabilities(caller);
        Deed deed = switch (outcome) {
            case CapabilitiesOutcome.Listed _ -> deed(Event.CAPABILITIES, "answered", TerminalMode.SUPPORTED);
            case CapabilitiesOutcome.Refused(Refusal refusal) -> refused(Event.CAPABILITIES, refusal);
        };
        return lost(caller, deed, List.of())
                .<CapabilitiesOutcome>map(CapabilitiesOutcome.Refused::new)
                .orElse(outcome);
    }

    private Optional<Refusal> turnedAway(Caller caller, Event event) {
        return stages.admission()
                .admit(caller, door)
                .map(away -> stages.recording()
                        .turnAway(
                                new RecordStage.Refused(
                                        Circumstances.outside(caller), event, Optional.empty(), PolicyTrail.NOT_ASKED),
                                away));
    }

    /** What the caller is told instead when the question could not be recorded. */
    private Optional<Refusal> lost(Caller caller, Deed deed, List<PersonalValue> personal) {
        RecordStage recording = stages.recording();
        return switch (recording
                .records()
                .note(recording.row(Circumstances.outside(caller), deed).opening(personal))) {
            case Attempt.Recorded<Integer> _ -> Optional.empty();
            case Attempt.Closed<Integer> _ -> Optional.of(RecordStage.unrecorded(RefusalReason.LEDGER_DOWN));
            case Attempt.Lost<Integer>(RefusalReason reason) -> Optional.of(RecordStage.unrecorded(reason));
        };
    }

    private static Deed refused(Event event, Refusal refusal) {
        Objection objection = Objection.of(refusal.reason(), refusal.message());
        return deed(event, objection.code(), refusal.reason().hint());
    }

    private static Deed deed(Event event, String outcome, TerminalMode mode) {
        return Deed.withoutData(event, Optional.empty(), PolicyTrail.NOT_ASKED, outcome, mode);
    }

    /** Hashed as operator parameters are: what is refused as a question to policy must still be recorded. */
    private static JsonObject detail(Simulation simulation, DecisionView decision, Optional<PersonalValue> other) {
        return about(other)
                .add(
                        "action_sha256",
                        Digest.ofPecrJson(SharedJson.PROVIDER.createValue(simulation.action()))
                                .hex())
                .add("allow", decision.allow() ? JsonValue.TRUE : JsonValue.FALSE)
                .add("params_sha256", Digest.ofPecrJson(simulation.params()).hex())
                .add("policy_revision", decision.policyRevision())
                .add("reason", decision.reason())
                .build();
    }

    /** Whom a question is about that is not about its caller. */
    private static JsonObjectBuilder about(Optional<PersonalValue> other) {
        JsonObjectBuilder detail = SharedJson.PROVIDER.createObjectBuilder();
        other.ifPresent(
                subject -> detail.add("subject_commitment", subject.commitment().hex()));
        return detail;
    }
}
