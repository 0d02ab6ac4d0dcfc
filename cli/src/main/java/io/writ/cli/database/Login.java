package io.writ.cli.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A database user and its password. */
public record Login(String user, String password) {

    /** Connections of this user. */
    public DataSource at(String url) {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    Connection connect(String url) throws SQLException {
        return at(url).getConnection();
    }

    @Override
    public String toString() {
        return user;
    }
}
