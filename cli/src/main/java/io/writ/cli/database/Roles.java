package io.writ.cli.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks for the roles and creates missing ones. Passwords of existing roles are left alone. */
final class Roles {

    private final Connection connection;

    Roles(Connection connection) {
        this.connection = connection;
    }

    List<DatabaseRole> missing() throws SQLException {
        var missing = new ArrayList<DatabaseRole>();
        for (DatabaseRole role : DatabaseRole.values()) {
            if (!exists(role.roleName())) {
                missing.add(role);
            }
        }
        return missing;
    }

    boolean exists(String role) throws SQLException {
        try (var query = connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
            query.setString(1, role);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    boolean canCreate() throws SQLException {
        String sql = "select rolsuper or rolcreaterole from pg_roles where rolname = current_user";
        try (var query = connection.prepareStatement(sql);
                var rows = query.executeQuery()) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    /** Creates a login without any right of its own; migrations grant the rest. */
    void create(String role, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create role " + statement.enquoteIdentifier(role, true)
                    + " login nosuperuser nocreatedb nocreaterole noinherit password "
                    + statement.enquoteLiteral(password));
        }
    }

    /** Replaces the password of a role. */
    void changePassword(String role, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(role, true) + " password "
                    + statement.enquoteLiteral(password));
        }
    }
}
