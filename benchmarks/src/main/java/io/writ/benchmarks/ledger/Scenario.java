package io.writ.benchmarks.ledger;

import java.io.IOException;
import java.sql.SQLException;

/** A measurement that is not a slice, for one goal or two. */
interface Scenario {

    /** Told in the present participle. */
    String name();

    /** Measures, and notes what came of it. */
    void run(Field field, Notes notes) throws SQLException, IOException;

    /**
     * Where a scenario plays.
     *
     * @param ground emptied
     */
    record Field(Choice choice, Cluster cluster, Ground ground, Decisions.Source source) {}

    /** Hears what came of goals. */
    @FunctionalInterface
    interface Notes {
        void note(String goal, Outcome outcome);
    }
}
