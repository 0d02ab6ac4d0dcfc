package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.Load;
import io.writ.cli.database.DatabaseAccess;
import io.writ.governance.persistence.RowsWithoutLedger;
import java.sql.Connection;
import java.sql.SQLException;

/** L0x: the rows of a decision in one statement, committed, without a ledger. What a ledger is compared with. */
final class PlainRows implements Design {

    private final Decisions.Source source;

    PlainRows(Decisions.Source source) {
        this.source = source;
    }

    @Override
    public Leaves leaves() {
        return Leaves.DECISIONS;
    }

    @Override
    public Opened open(DatabaseAccess access, int callers) {
        return new Local() {
            @Override
            public Load.CallerLoop caller(int index) throws SQLException {
                return new Caller(access.asApp().getConnection(), source.of(index));
            }

            @Override
            public void close() {
                // Callers close what they opened.
            }
        };
    }

    private record Caller(Connection connection, Decisions decisions) implements Load.CallerLoop {

        @Override
        public void callOnce() throws SQLException {
            RowsWithoutLedger.insert(connection, decisions.next());
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
