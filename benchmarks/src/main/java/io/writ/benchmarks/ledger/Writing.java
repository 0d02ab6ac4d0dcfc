package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Load;
import io.writ.governance.persistence.Recordable;
import java.sql.SQLException;

/** A connected design that any thread may hand a decision. */
abstract class Writing implements Design.Local {

    private final Decisions.Source source;

    Writing(Decisions.Source source) {
        this.source = source;
    }

    /** Returns when the decision is durable. */
    abstract void write(Recordable decision) throws SQLException;

    @Override
    public final Load.CallerLoop caller(int index) {
        return caller(index, _ -> {});
    }

    /** A caller that tells of every decision that was acknowledged. */
    final Load.CallerLoop caller(int index, Acknowledged acknowledged) {
        Decisions decisions = source.of(index);
        return new Load.CallerLoop() {
            @Override
            public void callOnce() throws SQLException {
                Recordable decision = decisions.next();
                write(decision);
                acknowledged.told(decision);
            }

            @Override
            public void close() {
                // Connections belong to the design.
            }
        };
    }

    /** Hears of decisions that are durable. */
    @FunctionalInterface
    interface Acknowledged {
        void told(Recordable decision);
    }
}
