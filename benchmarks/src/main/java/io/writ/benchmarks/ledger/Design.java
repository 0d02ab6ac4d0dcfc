package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.ClosedLoop;
import io.writ.benchmarks.load.Load;
import io.writ.benchmarks.load.Loop;
import io.writ.cli.database.DatabaseAccess;
import java.sql.SQLException;
import java.util.concurrent.ThreadFactory;

/** One way to make a decision durable: the design under test. */
interface Design {

    /** Connects, for so many callers. */
    Opened open(DatabaseAccess access, int callers) throws SQLException;

    /** What the tables must hold after a slice. */
    Leaves leaves();

    /** What a slice leaves behind in the tables. */
    enum Leaves {
        ONE_ROW,
        DECISIONS,
        LEDGER,
        TREE,

        /** Decisions of a server with its sequencer: at least as many as were answered. */
        SERVED
    }

    /** A design whose callers are threads of this process. */
    interface Local extends Opened {

        Load.CallerLoop caller(int index) throws SQLException;

        @Override
        default Loop start(int callers, ThreadFactory threads) throws SQLException {
            return ClosedLoop.start(callers, this::caller, threads);
        }
    }

    /** The design, connected. */
    interface Opened extends AutoCloseable {

        Loop start(int callers, ThreadFactory threads) throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
