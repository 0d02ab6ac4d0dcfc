package io.writ.governance;

/** Questions about policy itself. Nothing here reads a system of record. */
public interface PolicyDesk {

    /** What would policy say? No session, no side effect on data; the question itself is recorded. */
    SimulationOutcome simulate(Caller caller, Simulation simulation);

    /**
     * What would policy say to somebody, perhaps somebody else? Answered as a simulation is, without advice on what would
     * have to be different. Whoever asks about others must be one who may see everything that is recorded of them.
     */
    SimulationOutcome evaluate(Caller caller, Principal subject, Simulation simulation);

    /** What may this caller ask? */
    CapabilitiesOutcome capabilities(Caller caller);
}
