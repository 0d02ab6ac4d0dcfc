package io.writ.ledger.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The partitions of bodies, seen and dropped by their owner. */
public final class StoredMonths {

    private static final String ENDED = """
            select parent.relname, part.relname, writ.id_at(month at time zone 'UTC'),
                   writ.id_at((month + interval '1 month') at time zone 'UTC')
              from pg_inherits
              join pg_class parent on parent.oid = inhparent
              join pg_class part on part.oid = inhrelid
              cross join lateral (select to_timestamp(right(part.relname, 7), 'YYYY_MM')::timestamp as month) named
             where parent.relnamespace = 'writ'::regnamespace
               and parent.relname in ('decision', 'evidence', 'personal_value')
               and part.relname ~ '_[0-9]{4}_[0-9]{2}$'
               and (month + interval '1 month') at time zone 'UTC' <= ?
             order by 2""";

    private final Connection connection;

    public StoredMonths(Connection connection) {
        this.connection = connection;
    }

    /** Partitions whose month has ended by then. */
    public List<MonthRow> endedBy(Instant moment) throws SQLException {
        try (Statement zone = connection.createStatement()) {
            // The name of a partition is read as a time, in the zone of the session.
            zone.execute("set local time zone 'UTC'");
        }
        List<MonthRow> months = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(ENDED)) {
            query.setObject(1, moment.atOffset(ZoneOffset.UTC));
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

    public long rows(MonthRow month) throws SQLException {
        return number("select count(*) from writ." + quoted(month.name()));
    }

    public void drop(MonthRow month) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table writ." + quoted(month.name()));
        }
    }

    /** Of two that retire, the second finds what the first left. */
    public void waitForOthers() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(hashtextextended('writ.retain', 0))");
        }
    }

    /** From here on nobody records into these months. */
    public void close(List<MonthRow> closed) throws SQLException {
        for (MonthRow month : closed) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table writ." + quoted(month.name()) + " in share row exclusive mode");
            }
        }
    }

    /** Waits for no one for long: meanwhile nobody records. */
    public void waitAtMost(long millis) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + millis);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
