package io.writ.cli.erasure;

import io.writ.cli.CommandFailure;
import io.writ.ledger.CommandLane;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Erases a person: everything in one transaction, with the record of it. */
final class Erasure {

    private static final String NODE = "writ erase";

    /** Calls hold a run for milliseconds. Whoever holds one for longer is not waited for while others wait for us. */
    private static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(5);

    /** What PostgreSQL says when that time has passed. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DataSource owner;
    private final Clock clock;
    private final RandomGenerator random;

    Erasure(DataSource owner, Clock clock, RandomGenerator random) {
        this.owner = owner;
        this.clock = clock;
        this.random = random;
    }

    /** What would go. Changes nothing. */
    Erased preview(Person person, Reach reach) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            tell(connection, person);
            List<Erased.Count> counts = new ArrayList<>();
            for (Step step : Step.all(reach)) {
                counts.add(new Erased.Count(step.name(), step.words(), counted(connection, step)));
            }
            connection.rollback();
            return new Erased(counts);
        }
    }

    /** A deleted key is on the disk until its page is cleaned. */
    void clean() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement vacuum = connection.createStatement()) {
            vacuum.execute("vacuum writ.subject_key");
        }
    }

    /** Takes it away; nothing when nothing is held, as after another erasure of the same person. */
    Optional<Receipt> erase(Person person, Reach reach) throws SQLException {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            waitForOthers(connection);
            tell(connection, person);
            List<Erased.Count> counts = new ArrayList<>();
            for (Step step : Step.all(reach)) {
                long rows = step.changes() ? changed(connection, step) : counted(connection, step);
                counts.add(new Erased.Count(step.name(), step.words(), rows));
            }
            Erased erased = new Erased(counts);
            if (erased.isNothing()) {
                connection.rollback();
                return Optional.empty();
            }
            Receipt receipt = record(connection, person, erased);
            commit(connection, receipt);
            return Optional.of(receipt);
        }
    }

    /** Whoever loses the database here may have been served: the only salt is not lost with it. */
    private static void commit(Connection connection, Receipt receipt) {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new CommandFailure(
                    "it is not known whether the erasure was committed: repeat without --yes and look. If it was,"
                            + " it is decision " + receipt.recordId() + ", and the salt of its receipt is "
                            + receipt.salt() + ". The database says: " + failure.getMessage(),
                    failure);
        }
    }

    private Receipt record(Connection connection, Person person, Erased erased) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        UUID id = uuid(connection);
        ErasureRecord text = new ErasureRecord(person, connection.getMetaData().getUserName(), random);
        byte[] canonical = text.canonical(id, now, erased);
        String sql = "insert into writ.decision"
                + " (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setString(2, person.tenant());
            insert.setString(3, text.traceId());
            insert.setInt(4, EntryKind.DECISION.number());
            insert.setString(5, ErasureRecord.EVENT);
            insert.setTimestamp(6, Timestamp.from(now));
            insert.setBytes(7, canonical);
            insert.executeUpdate();
        }
        LedgerEntry entry =
                CommandLane.open(connection, NODE, uuid(connection), now).append(EntryKind.DECISION, id, canonical);
        return new Receipt(id, entry.lane(), text.commitment(), text.salt(), erased);
    }

    private static void tell(Connection connection, Person person) throws SQLException {
        String sql = "select set_config('writ.erased_tenant', ?, true), set_config('writ.erased_subject', ?, true),"
                + " set_config('writ.erased_literal', ?, true), set_config('writ.erased_word', ?, true),"
                + " set_config('lock_timeout', '" + LOCK_WAIT_MAX.toMillis() + "', true)";
        try (PreparedStatement settings = connection.prepareStatement(sql)) {
            settings.setString(1, person.tenant());
            settings.setString(2, person.subject());
            settings.setString(3, person.literal());
            settings.setString(4, person.word());
            settings.execute();
        }
    }

    /** Of two erasures of one person the second finds what the first left: nothing. */
    private static void waitForOthers(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('writ.erase', 0))");
        }
    }

    private static long counted(Connection connection, Step step) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(step.countSql())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static long changed(Connection connection, Step step) throws SQLException {
        try (Statement change = connection.createStatement()) {
            return change.executeLargeUpdate(step.changeSql());
        } catch (SQLException failure) {
            if (LOCK_NOT_AVAILABLE.equals(failure.getSQLState())) {
                throw new CommandFailure(
                        "nothing was erased: somebody holds what would change in " + step.table() + " for longer than "
                                + LOCK_WAIT_MAX.toSeconds() + " seconds: repeat",
                        failure);
            }
            throw failure;
        }
    }

    private static UUID uuid(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("select uuidv7()")) {
            rows.next();
            return rows.getObject(1, UUID.class);
        }
    }
}
