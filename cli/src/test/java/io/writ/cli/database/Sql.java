package io.writ.cli.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Short ways to run SQL as somebody, for some tenant. */
final class Sql {

    private final DataSource database;
    private final Optional<String> tenant;

    private Sql(DataSource database, Optional<String> tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    static Sql as(DataSource database) {
        return new Sql(database, Optional.empty());
    }

    Sql forTenant(String other) {
        return new Sql(database, Optional.of(other));
    }

    /** Runs one statement in a transaction of its own and returns how many rows it touched. */
    int run(String sql) throws SQLException {
        try (Connection connection = begin();
                var statement = connection.createStatement()) {
            int rows = statement.execute(sql) ? 0 : statement.getUpdateCount();
            connection.commit();
            return rows;
        }
    }

    /** The first column. */
    List<String> list(String sql) throws SQLException {
        var values = new ArrayList<String>();
        try (Connection connection = begin();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            connection.rollback();
        }
        return values;
    }

    long number(String sql) throws SQLException {
        return Long.parseLong(list(sql).getFirst());
    }

    private Connection begin() throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        if (tenant.isPresent()) {
            try (PreparedStatement set = connection.prepareStatement("select set_config('writ.tenant_id', ?, true)")) {
                set.setString(1, tenant.get());
                set.execute();
            }
        }
        return connection;
    }
}
