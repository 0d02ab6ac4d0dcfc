package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The partitions of bodies, seen and dropped by their owner. */
public final class StoredMonths {

    private static final List<String> PARENTS = List.of("decision", "evidence", "personal_value");

    private static final String ENDED = """
            select parent.relname, part.relname, writ.id_at(month at time zone 'UTC'),
                   writ.id_at((month + interval '1 month') at time zone 'UTC')
              from pg_inherits
              join pg_class parent on parent.oid = inhparent
              join pg_class part on part.oid = inhrelid
              cross join lateral (select to_timestamp(right(part.relname, 7), 'YYYY_MM')::timestamp as month) named
             where parent.relnamespace = 'writ'::regnamespace
               and parent.relname = any (?)
               and part.relname ~ '_[0-9]{4}_[0-9]{2}$'
               and (month + interval '1 month') at time zone 'UTC' <= ?
             order by 2""";

    private final Connection connection;

    public StoredMonths(Connection connection) {
        this.connection = connection;
    }

    /** Partitions whose month has ended by then. */
    public List<MonthRow> endedBy(Instant moment) throws SQLException {
        // The name of a partition is read as a time, in the zone of the session.
        run("set local time zone 'UTC'");
        List<MonthRow> months = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ENDED)) {
            query.setArray(1, connection.createArrayOf("text", PARENTS.toArray()));
            query.setObject(2, moment.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    months.add(new MonthRow(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getObject(3, UUID.class),
                            rows.getObject(4, UUID.class)));
                }
            }
        }
        return months;
    }

    /** How many rows there are. */
    public long rows(MonthRow month) throws SQLException {
        return number("select count(*) from writ." + month.quotedName());
    }

    public void drop(MonthRow month) throws SQLException {
        run("drop table writ." + month.quotedName());
    }

    /** Of two that retire, the second finds what the first left. */
    public void waitForOthers() throws SQLException {
        run("select pg_advisory_xact_lock(hashtextextended('writ.retain', 0))");
    }

    /**
     * Whether the default partitions hold anything of this range that was not retired before: it would stay behind, or go
     * unnamed. What came late with an id of a retired month is meant to stay.
     */
    public boolean hasStrays(UUID from, UUID below) throws SQLException {
        for (String parent : PARENTS) {
            String sql = "select exists (select from writ." + parent + "_default where decision_id >= ?"
                    + " and decision_id < ? and not writ.is_retired(decision_id))";
            try (PreparedStatement query = connection.prepareStatement(sql)) {
                query.setObject(1, from);
                query.setObject(2, below);
                try (ResultSet rows = query.executeQuery()) {
                    if (rows.next() && rows.getBoolean(1)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** From here on nobody records into these months. Nobody waits but who wants to do just that. */
    public void close(List<MonthRow> closed, Duration wait) throws SQLException {
        run("set local lock_timeout = " + wait.toMillis());
        for (MonthRow month : closed) {
            run("lock table writ." + month.quotedName() + " in share row exclusive mode");
        }
        run("set local lock_timeout to default");
    }

    /**
     * From here on nobody reads or records anything, until the transaction ends. All that dropping months locks is locked
     * at once, so that whoever waits behind it waits once.
     */
    public void seize(List<MonthRow> months, Duration wait) throws SQLException {
        List<String> tables = new ArrayList<>();
        // In the order of whoever comes in through the parents.
        PARENTS.forEach(parent -> tables.add("only writ." + parent));
        PARENTS.forEach(parent -> tables.add("writ." + parent + "_default"));
        months.forEach(month -> tables.add("writ." + month.quotedName()));
        run("set local statement_timeout = " + wait.toMillis());
        run("lock table " + String.join(", ", tables) + " in access exclusive mode");
        run("set local statement_timeout to default");
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
