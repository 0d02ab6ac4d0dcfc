package io.writ.ledger.persistence;

import java.sql.SQLException;
import java.util.function.Consumer;

/** Runs of a database, each question on a connection that is lent for it. */
record LentRuns(SnapshotConnections connections) implements RunRows {

    @Override
    public void runs(Consumer<Run> visitor) throws SQLException {
        ask(stored -> stored.runs(visitor));
    }

    @Override
    public void unended(Consumer<Unended> visitor) throws SQLException {
        ask(stored -> stored.unended(visitor));
    }

    @Override
    public void endingsWithoutIntent(Consumer<Ending> visitor) throws SQLException {
        ask(stored -> stored.endingsWithoutIntent(visitor));
    }

    @Override
    public void furtherEndings(Consumer<Ending> visitor) throws SQLException {
        ask(stored -> stored.furtherEndings(visitor));
    }

    @Override
    public void gaps(Consumer<Ending> visitor) throws SQLException {
        ask(stored -> stored.gaps(visitor));
    }

    @Override
    public Totals totals() throws SQLException {
        return connections.with(connection -> new StoredRuns(connection).totals());
    }

    private void ask(Question question) throws SQLException {
        connections.with(connection -> {
            question.of(new StoredRuns(connection));
            return true;
        });
    }

    @FunctionalInterface
    private interface Question {
        void of(StoredRuns stored) throws SQLException;
    }
}
