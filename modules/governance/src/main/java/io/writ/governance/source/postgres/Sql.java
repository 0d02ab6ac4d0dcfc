package io.writ.governance.source.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement while it is written: text from the catalogue, values as parameters, never one in place of the other. */
final class Sql {

    /** Puts one value into a prepared statement. */
    @FunctionalInterface
    interface Binding {
        void bind(PreparedStatement statement, int index) throws SQLException;
    }

    private final StringBuilder text = new StringBuilder();
    private final List<Binding> bindings = new ArrayList<>();

    Sql add(String sql) {
        text.append(sql);
        return this;
    }

    /** Adds a text that holds one question mark, and its value. */
    Sql add(String sql, Binding binding) {
        text.append(sql);
        bindings.add(binding);
        return this;
    }

    Sql add(String sql, int value) {
        return add(sql, (statement, index) -> statement.setInt(index, value));
    }

    Sql add(String sql, String value) {
        return add(sql, (statement, index) -> statement.setString(index, value));
    }

    /** Adds a text that holds one question mark for an array of texts. */
    Sql add(String sql, List<String> values) {
        return add(
                sql,
                (statement, index) ->
                        statement.setArray(index, statement.getConnection().createArrayOf("text", values.toArray())));
    }

    String text() {
        return text.toString();
    }

    void bind(PreparedStatement statement, int firstIndex) throws SQLException {
        for (int i = 0; i < bindings.size(); i++) {
            bindings.get(i).bind(statement, firstIndex + i);
        }
    }
}
