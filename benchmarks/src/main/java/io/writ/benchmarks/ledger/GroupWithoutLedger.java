package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.governance.persistence.Recordable;
import io.writ.governance.persistence.RowsWithoutLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;

/** L0b: what waits is written by one thread in one statement, without a ledger. The limit of group commit. */
final class GroupWithoutLedger implements Design {

    private static final int BATCH_MAX = 256;

    private final Decisions.Source source;

    GroupWithoutLedger(Decisions.Source source) {
        this.source = source;
    }

    @Override
    public Leaves leaves() {
        return Leaves.DECISIONS;
    }

    @Override
    public Writing open(DatabaseAccess access, int callers) throws SQLException {
        return new Writer(source, access.asApp().getConnection());
    }

    private record Waiting(Recordable decision, CompletableFuture<Boolean> written) {}

    private static final class Writer extends Writing {

        private final Connection connection;
        private final BlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
        private final Thread thread;

        Writer(Decisions.Source source, Connection connection) {
            super(source);
            this.connection = connection;
            this.thread = Thread.ofPlatform().name("group-writer").start(this::writeAll);
        }

        @Override
        void write(Recordable decision) {
            Waiting waiting = new Waiting(decision, new CompletableFuture<>());
            queue.add(waiting);
            waiting.written().join();
        }

        @Override
        public void close() throws SQLException {
            thread.interrupt();
            connection.close();
        }

        private void writeAll() {
            List<Waiting> batch = new ArrayList<>();
            try {
                while (true) {
                    batch.add(queue.take());
                    queue.drainTo(batch, BATCH_MAX - 1);
                    RowsWithoutLedger.insert(
                            connection, batch.stream().map(Waiting::decision).toList());
                    batch.forEach(one -> one.written().complete(true));
                    batch.clear();
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (SQLException failed) {
                batch.forEach(one -> one.written().completeExceptionally(failed));
            }
        }
    }
}
