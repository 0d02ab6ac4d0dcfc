package io.writ.benchmarks.ledger;

import io.writ.benchmarks.load.FetchRowsCaller;
import io.writ.benchmarks.load.Load;
import io.writ.cli.database.DatabaseAccess;

/** Whole requests: HTTP, identity, policy, a read, the decision, its ledger entry, and the answer. */
final class HttpRequests implements Design {

    private final int port;

    HttpRequests(int port) {
        this.port = port;
    }

    @Override
    public Leaves leaves() {
        return Leaves.SERVED;
    }

    @Override
    public Opened open(DatabaseAccess access, int callers) {
        return new Local() {
            @Override
            public Load.CallerLoop caller(int index) {
                return new FetchRowsCaller(port, BenchServer.SECRET);
            }

            @Override
            public void close() {
                // Callers close their connections.
            }
        };
    }
}
