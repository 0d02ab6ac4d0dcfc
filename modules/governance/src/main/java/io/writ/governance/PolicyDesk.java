package io.writ.governance;

/** Questions about policy itself. Nothing here reads a system of record. */
public interface PolicyDesk {

    /** What would policy say? No session, no side effect on data; the question itself is recorded. */
    SimulationOutcome simulate(Caller caller, Simulation simulation);

    /** What may this caller ask? */
    CapabilitiesOutcome capabilities(Caller caller);
}
