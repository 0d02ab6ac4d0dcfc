package io.writ.ledger.append;

import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.persistence.StoredLanes;
import jakarta.transaction.Status;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;

/** Records decisions as governance does: decision and entry in one statement, in one transaction. */
public final class Recorder {

    static final String SQL = """
            select set_config('writ.tenant_id', ?, true);
            with d as (insert into writ.decision
                         (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                       values (?, ?, 'trace', 2, 'test', now(), ?))
            insert into writ.ledger_entry (%s) select %s from %s""".formatted(EntryInsert.COLUMNS, EntryInsert.VALUES, EntryInsert.ROW);

    private static final Duration WAIT = Duration.ofSeconds(20);

    private final DataSource database;
    private final FakeTransactions transactions = new FakeTransactions();
    private final Lanes lanes;

    Recorder(DataSource database, LaneRegister register, int lanesMax) {
        this.database = database;
        var config = new LedgerConfig("node", lanesMax, WAIT);
        this.lanes = new LeasedLanes(transactions, new LanePool(register, config));
    }

    /** A process of its own. */
    public static Recorder over(DataSource database, int lanesMax) {
        return new Recorder(database, register(database), lanesMax);
    }

    /** A process of its own, whose boot id is known and whose clock is somehow set. */
    public static Recorder over(DataSource database, int lanesMax, UUID bootId, Clock clock) {
        return new Recorder(database, register(database, new Incarnation(bootId, clock)), lanesMax);
    }

    static LaneRegister register(DataSource database) {
        return register(database, new Incarnation(UUID.randomUUID(), Clock.systemUTC()));
    }

    private static LaneRegister register(DataSource database, Incarnation incarnation) {
        return new OwnTransactionRegister(new StoredLanes(database), new LedgerConfig("node", 1, WAIT), incarnation);
    }

    /** Commits one record and returns its entry. */
    public LedgerEntry commit() throws SQLException {
        return run(Connection::commit, Status.STATUS_COMMITTED);
    }

    /** Inserts one record and rolls it back. */
    LedgerEntry rollBack() throws SQLException {
        return run(Connection::rollback, Status.STATUS_ROLLEDBACK);
    }

    /** Commits one record after something else happened between its insert and its commit. */
    public LedgerEntry commitAfter(Ending interlude) throws SQLException {
        return run(
                connection -> {
                    interlude.end(connection);
                    connection.commit();
                },
                Status.STATUS_COMMITTED);
    }

    /** Opens a lane and writes nothing into it. */
    public void openLane() throws SQLException {
        rollBack();
    }

    /** Ends the transaction in some way and tells the lane's lease some status. */
    LedgerEntry run(Ending ending, int status) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return run(connection, ending, status);
        }
    }

    private LedgerEntry run(Connection connection, Ending ending, int status) throws SQLException {
        transactions.begin();
        int reported = Status.STATUS_ROLLEDBACK;
        try {
            LedgerEntry entry = insert(connection, lanes.lease());
            reported = status;
            ending.end(connection);
            return entry;
        } finally {
            transactions.end(reported);
        }
    }

    static LedgerEntry insert(Connection connection, LaneLease lease) throws SQLException {
        UUID record = UUID.randomUUID();
        byte[] canonical = ("{\"record_id\":\"" + record + "\"}").getBytes(StandardCharsets.UTF_8);
        LedgerEntry entry = lease.next(EntryKind.DECISION, record, LedgerHash.leaf(canonical));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, "acme");
            statement.setObject(2, record);
            statement.setString(3, "acme");
            statement.setBytes(4, canonical);
            EntryInsert.bind(statement, 5, entry);
            statement.execute();
        }
        return entry;
    }

    FakeTransactions transactions() {
        return transactions;
    }

    Lanes lanes() {
        return lanes;
    }

    /** How a test ends a transaction. */
    @FunctionalInterface
    public interface Ending {
        void end(Connection connection) throws SQLException;
    }
}
