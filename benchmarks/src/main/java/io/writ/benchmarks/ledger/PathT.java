package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.UngatedRecording;
import io.writ.ledger.append.PlainLanes;
import java.sql.SQLException;

/** Path T: the product's recording statement and the product's lanes, one transaction per decision. */
final class PathT implements Design {

    private final Decisions.Source source;
    private final int lanesMax;
    private final boolean ownCommit;

    /**
     * Path T.
     *
     * @param lanesMax lanes of the process at most; callers wait for one in the JVM
     * @param ownCommit whether COMMIT is a round trip of its own, as under a transaction manager
     */
    PathT(Decisions.Source source, int lanesMax, boolean ownCommit) {
        this.source = source;
        this.lanesMax = lanesMax;
        this.ownCommit = ownCommit;
    }

    @Override
    public Leaves leaves() {
        return Leaves.LEDGER;
    }

    @Override
    public Writing open(DatabaseAccess access, int callers) {
        PlainLanes lanes = PlainLanes.over(access.asApp(), "bench", lanesMax);
        PlainTransactions transactions = new PlainTransactions(access.asApp(), lanes, ownCommit);
        UngatedRecording recording = UngatedRecording.oneByOne(transactions, lanes.lanes(), access.asApp());
        return new Writing(source) {
            @Override
            void write(Recordable decision) throws SQLException {
                if (!recording.write(decision)) {
                    throw new SQLException("decision " + decision.id() + " was not recorded");
                }
            }

            @Override
            public void close() throws SQLException {
                transactions.close();
            }
        };
    }
}
