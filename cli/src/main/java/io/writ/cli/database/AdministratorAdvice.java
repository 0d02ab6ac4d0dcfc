package io.writ.cli.database;

import java.util.List;

/** The SQL that an administrator runs once, when the owner may not create roles. */
record AdministratorAdvice(String owner, String database) {

    String text(List<DatabaseRole> missing) {
        var text = new StringBuilder("roles are missing and " + owner + " may not create them.\n"
                + "Ask an administrator to run, with passwords of your choice, and start this again:\n");
        for (DatabaseRole role : missing) {
            text.append("  create role ").append(role.roleName()).append(" login noinherit password '...';\n");
        }
        return text.append("  grant create on database \"")
                .append(database)
                .append("\" to \"")
                .append(owner)
                .append("\";\n  revoke temporary on database \"")
                .append(database)
                .append("\" from public;")
                .toString();
    }
}
