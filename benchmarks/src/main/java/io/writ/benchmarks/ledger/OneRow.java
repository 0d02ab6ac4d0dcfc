package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Load;
import io.writ.cli.database.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** L0: one row of the size of a decision, inserted and committed. The limit of this machine. */
final class OneRow implements Design {

    private static final String SQL = "insert into bench.baseline (payload) values (?)";

    @Override
    public Leaves leaves() {
        return Leaves.ONE_ROW;
    }

    @Override
    public Opened open(DatabaseAccess access, int callers) {
        return new Local() {
            @Override
            public Load.CallerLoop caller(int index) throws SQLException {
                return new Caller(access.asApp().getConnection());
            }

            @Override
            public void close() {
                // Callers close what they opened.
            }
        };
    }

    private record Caller(Connection connection) implements Load.CallerLoop {

        @Override
        public void callOnce() throws SQLException {
            try (PreparedStatement insert = connection.prepareStatement(SQL)) {
                insert.setString(1, Decisions.canonical(UUID.randomUUID(), Decisions.CANONICAL_BYTES));
                insert.executeUpdate();
            }
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
