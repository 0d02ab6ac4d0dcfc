package io.writ.benchmarks.ledger;

import io.writ.governance.RefusalReason;
import io.writ.governance.persistence.RecordingTransaction;
import io.writ.ledger.append.PlainLanes;
import io.writ.ledger.append.PlainLanes.Ended;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;

/** Transactions of plain JDBC on as many connections as run at once; the lanes hear how each ended. */
final class PlainTransactions implements RecordingTransaction, AutoCloseable {

    private final DataSource database;
    private final PlainLanes lanes;
    private final boolean ownCommit;
    private final Deque<Connection> free = new ConcurrentLinkedDeque<>();
    private final Collection<Connection> opened = new ConcurrentLinkedQueue<>();

    /**
     * Transactions on a database.
     *
     * @param ownCommit whether the commit is a statement of its own, which costs a round trip
     */
    PlainTransactions(DataSource database, PlainLanes lanes, boolean ownCommit) {
        this.database = database;
        this.lanes = lanes;
        this.ownCommit = ownCommit;
    }

    @Override
    public <T> Ending<T> run(Work<T> work) {
        lanes.begin();
        Ended ended = Ended.UNKNOWN;
        try {
            work.prepare();
            Connection connection = connect();
            Optional<T> done = work.on(connection);
            if (ownCommit && done.isPresent()) {
                connection.commit();
            } else if (ownCommit) {
                connection.rollback();
            }
            // A connection that failed is not used again.
            free.addFirst(connection);
            ended = done.isPresent() ? Ended.COMMITTED : Ended.ROLLED_BACK;
            return done.<Ending<T>>map(Ending.Committed::new).orElseGet(Ending.RolledBack::new);
        } catch (SQLException failed) {
            return new Ending.Failed<>(RefusalReason.DATABASE_DOWN);
        } finally {
            lanes.end(ended);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection one : opened) {
            one.close();
        }
    }

    private Connection connect() throws SQLException {
        Connection known = free.pollFirst();
        if (known != null) {
            return known;
        }
        Connection another = database.getConnection();
        another.setAutoCommit(!ownCommit);
        opened.add(another);
        return another;
    }
}
