package io.writ.app.authzen;

import io.writ.governance.Caller;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.DecisionView;
import io.writ.governance.Grounds;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.Simulation;
import io.writ.governance.SimulationOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A desk that permits everything but one view, and remembers what it was asked about whom. */
final class AskedDesk implements PolicyDesk {

    static final String DENIED = "denied";

    final List<Simulation> asked = new ArrayList<>();
    final List<Principal> subjects = new ArrayList<>();
    Optional<RefusalReason> refusal = Optional.empty();

    @Override
    public SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation) {
        asked.add(simulation);
        subjects.add(subject);
        return refusal.<SimulationOutcome>map(
                        reason -> new SimulationOutcome.Refused(Refusal.of(reason, "not like this")))
                .orElseGet(() -> new SimulationOutcome.Simulated(
                        decision(!simulation.params().getString("view_id", "").equals(DENIED))));
    }

    @Override
    public SimulationOutcome simulate(Caller caller, Simulation simulation) {
        throw new UnsupportedOperationException("AuthZEN asks for an evaluation");
    }

    @Override
    public CapabilitiesOutcome capabilities(Caller caller) {
        throw new UnsupportedOperationException("AuthZEN asks for an evaluation");
    }

    private static DecisionView decision(boolean allow) {
        return new DecisionView(
                Optional.empty(),
                allow,
                false,
                allow ? "granted" : "refused",
                Optional.empty(),
                Optional.empty(),
                List.of(),
                "1",
                Grounds.UNASKED);
    }
}
