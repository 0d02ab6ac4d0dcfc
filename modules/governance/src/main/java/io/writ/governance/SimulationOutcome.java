package io.writ.governance;

/** The answer to a simulation. */
public sealed interface SimulationOutcome {

    /** What policy would say. */
    record Simulated(DecisionView decision) implements SimulationOutcome {}

    /** Policy could not be asked. */
    record Refused(Refusal refusal) implements SimulationOutcome {}
}
