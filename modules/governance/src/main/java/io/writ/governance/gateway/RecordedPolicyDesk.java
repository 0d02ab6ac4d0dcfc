package io.writ.governance.gateway;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.evidence.TerminalMode;
import io.writ.governance.Caller;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.DecisionView;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import io.writ.governance.persistence.Attempt;
import io.writ.governance.transcript.Circumstances;
import io.writ.governance.transcript.Deed;
import io.writ.governance.transcript.Event;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A policy desk that answers only what it has recorded. */
final class RecordedPolicyDesk implements PolicyDesk {

    private final PolicyDesk desk;
    private final RecordStage recording;

    RecordedPolicyDesk(PolicyDesk desk, RecordStage recording) {
        this.desk = desk;
        this.recording = recording;
    }

    @Override
    public SimulationOutcome simulate(Caller caller, Simulation simulation) {
        SimulationOutcome outcome = desk.simulate(caller, simulation);
        Deed deed = switch (outcome) {
            case SimulationOutcome.Simulated(DecisionView decision) ->
                deed(Event.SIMULATE, "answered", TerminalMode.SUPPORTED).with(detail(simulation, decision));
            case SimulationOutcome.Refused(Refusal refusal) -> refused(Event.SIMULATE, refusal);
        };
        return lost(caller, deed)
                .<SimulationOutcome>map(SimulationOutcome.Refused::new)
                .orElse(outcome);
    }

    @Override
    public CapabilitiesOutcome capabilities(Caller caller) {
        CapabilitiesOutcome outcome = desk.capabilities(caller);
        Deed deed = switch (outcome) {
            case CapabilitiesOutcome.Listed _ -> deed(Event.CAPABILITIES, "answered", TerminalMode.SUPPORTED);
            case CapabilitiesOutcome.Refused(Refusal refusal) -> refused(Event.CAPABILITIES, refusal);
        };
        return lost(caller, deed)
                .<CapabilitiesOutcome>map(CapabilitiesOutcome.Refused::new)
                .orElse(outcome);
    }

    /** What the caller is told instead when the question could not be recorded. */
    private Optional<Refusal> lost(Caller caller, Deed deed) {
        return switch (recording.records().note(recording.row(Circumstances.outside(caller), deed))) {
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
    private static JsonObject detail(Simulation simulation, DecisionView decision) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
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
}
