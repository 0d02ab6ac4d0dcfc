package io.writ.benchmarks;

import io.writ.benchmarks.load.Load;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The commit limit of this database: one row of about the size of a decision, inserted and committed durably. */
final class InsertBaseline implements Load.CallerLoop {

    private static final String PAYLOAD = "x".repeat(480);

    private final Connection connection;
    private final PreparedStatement insert;

    InsertBaseline(DataSource owner) {
        try {
            connection = owner.getConnection();
            insert = connection.prepareStatement("insert into bench.baseline (payload) values (?)");
        } catch (SQLException failed) {
            throw new IllegalStateException("connecting for the baseline", failed);
        }
    }

    /** Creates the table, empty. */
    static void prepare(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create schema if not exists bench");
            statement.execute("drop table if exists bench.baseline");
            statement.execute("create table bench.baseline"
                    + " (id bigint generated always as identity primary key, payload text not null)");
        } catch (SQLException failed) {
            throw new IllegalStateException("creating the baseline table", failed);
        }
    }

    @Override
    public void callOnce() throws SQLException {
        insert.setString(1, PAYLOAD);
        insert.executeUpdate();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
