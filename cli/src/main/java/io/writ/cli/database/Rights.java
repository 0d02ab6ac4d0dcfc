package io.writ.cli.database;

import io.writ.cli.Environment;

/** With whose rights a command enters a database. */
public enum Rights {
    /** Reads the records of every tenant and changes none. */
    AUDITOR("AUDITOR", "auditor", DatabaseRole.AUDITOR.roleName()),
    /** Writes what the log says about itself. */
    SEQUENCER("SEQUENCER", "sequencer", DatabaseRole.SEQUENCER.roleName()),
    /** Takes something away. It stands in for the others when only its password is known. */
    OWNER("OWNER", "owner", DevDatabase.OWNER);

    private final String variables;
    private final String words;
    private final String devUser;

    Rights(String variables, String words, String devUser) {
        this.variables = variables;
        this.words = words;
        this.devUser = devUser;
    }

    /** Who that is in a development database. */
    String devUser() {
        return devUser;
    }

    /** The login that the variables name. */
    Login login(Environment environment) {
        return switch (this) {
            case OWNER -> owner(environment);
            case AUDITOR, SEQUENCER -> {
                String password = "WRIT_DB_" + variables + "_PASSWORD";
                boolean owner = environment.value(password).isEmpty()
                        && environment.value("WRIT_DB_OWNER_PASSWORD").isPresent();
                yield owner
                        ? owner(environment)
                        : new Login(
                                environment
                                        .value("WRIT_DB_" + variables + "_USER")
                                        .orElse(devUser),
                                environment.required(
                                        password, "the password of the " + words + ", or use the owner's"));
            }
        };
    }

    private static Login owner(Environment environment) {
        return new Login(
                environment.required("WRIT_DB_OWNER_USER", "the role that owns the schema"),
                environment.required("WRIT_DB_OWNER_PASSWORD", "the password of the owner"));
    }
}
