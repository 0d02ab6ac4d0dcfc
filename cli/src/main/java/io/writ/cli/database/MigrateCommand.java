package io.writ.cli.database;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Installs or upgrades the database that {@code WRIT_DB_URL} names. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Installs or upgrades the database named by WRIT_DB_URL, as its owner.",
        footer = {
            "",
            "Environment: WRIT_DB_URL, WRIT_DB_OWNER_USER, WRIT_DB_OWNER_PASSWORD; and for the first run, when the",
            "owner may create roles: WRIT_DB_APP_PASSWORD, WRIT_DB_SOURCE_PASSWORD, WRIT_DB_AUDITOR_PASSWORD,",
            "WRIT_DB_SEQUENCER_PASSWORD."
        })
public final class MigrateCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(names = "--sample", description = "Also load the fictional company that the documentation uses.")
    private boolean sample;

    public MigrateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String url = environment.required("WRIT_DB_URL", "the JDBC address, jdbc:postgresql://host/database");
        var owner = new Login(
                environment.required("WRIT_DB_OWNER_USER", "the role that owns the schema"),
                environment.required("WRIT_DB_OWNER_PASSWORD", "the password of the owner"));
        PrintWriter out = spec.commandLine().getOut();
        prepareRoles(url, owner, out);
        try {
            var migration = new Migration(url, owner);
            out.println("Schema: " + applied(migration.applySchema()));
            String strays = migration.extendPartitions();
            if (!strays.isEmpty()) {
                out.println("Partitions: " + strays);
            }
            if (sample) {
                out.println("Sample company: " + applied(migration.applySample()));
            }
        } catch (DatabaseException failure) {
            throw new CommandFailure(String.valueOf(failure.getMessage()), failure);
        }
        return ExitCode.OK;
    }

    private void prepareRoles(String url, Login owner, PrintWriter out) {
        try (var connection = owner.connect(url)) {
            var roles = new Roles(connection);
            List<DatabaseRole> missing = roles.missing();
            if (!missing.isEmpty() && !roles.canCreate()) {
                throw new CommandFailure(new AdministratorAdvice(owner.user(), connection.getCatalog()).text(missing));
            }
            for (DatabaseRole role : missing) {
                roles.create(
                        role.roleName(),
                        environment.required(role.passwordVariable(), "role " + role.roleName() + " will be created"));
                out.println("Created role " + role.roleName() + ".");
            }
        } catch (SQLException failure) {
            throw new CommandFailure(
                    "the database does not answer as " + owner.user() + ": " + failure.getMessage(), failure);
        }
    }

    private static String applied(int migrations) {
        return migrations == 0 ? "up to date" : migrations + (migrations == 1 ? " migration" : " migrations");
    }
}
