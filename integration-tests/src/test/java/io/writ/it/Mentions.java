package io.writ.it;

import io.writ.cli.database.DatabaseAccess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Looks for a word in every column of every table, as a reader of a dump would. */
record Mentions(DatabaseAccess database) {

    private static final String TABLES = "select c.oid::regclass::text from pg_class c join pg_namespace n"
            + " on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')";

    /** Tables and partitions with a row that holds the word as text, as JSON, or in bytes. */
    List<String> of(String word) {
        String hex = HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8));
        try (Connection connection = database.asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> mentioning = new ArrayList<>();
            for (String table : column(statement, TABLES)) {
                String found = "select '" + table + "' from " + table + " t where strpos(t::text, '" + word
                        + "') > 0 or strpos(t::text, '" + hex + "') > 0 limit 1";
                mentioning.addAll(column(statement, found));
            }
            return mentioning;
        } catch (SQLException failed) {
            throw new IllegalStateException("reading every table", failed);
        }
    }

    private static List<String> column(Statement statement, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
