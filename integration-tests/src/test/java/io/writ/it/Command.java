package io.writ.it;

import io.writ.cli.Writ;
import io.writ.cli.database.DatabaseAccess;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** What a command of the command line said and how it ended. */
record Command(int exitCode, String output, String errors) {

    /** As the auditor of this database. */
    static Command run(DatabaseAccess database, String... arguments) {
        return run(
                Map.of(
                        "WRIT_DB_URL",
                        database.url(),
                        "WRIT_DB_AUDITOR_PASSWORD",
                        database.auditor().password()),
                arguments);
    }

    /** As the owner of this database. */
    static Command asOwner(DatabaseAccess database, String... arguments) {
        return run(
                Map.of(
                        "WRIT_DB_URL",
                        database.url(),
                        "WRIT_DB_OWNER_USER",
                        database.owner().user(),
                        "WRIT_DB_OWNER_PASSWORD",
                        database.owner().password()),
                arguments);
    }

    private static Command run(Map<String, String> variables, String... arguments) {
        var output = new StringWriter();
        var errors = new StringWriter();
        int exitCode = Writ.commandLine(variables)
                .setOut(new PrintWriter(output, true))
                .setErr(new PrintWriter(errors, true))
                .execute(arguments);
        return new Command(exitCode, output.toString(), errors.toString());
    }
}
