package io.writ.cli.database;

/** The roles that the migrations grant rights to; their owner, who runs the migrations, may have any name. */
public enum DatabaseRole {
    APP("writ_app", "WRIT_DB_APP_PASSWORD"),
    SOURCE("writ_source", "WRIT_DB_SOURCE_PASSWORD"),
    AUDITOR("writ_auditor", "WRIT_DB_AUDITOR_PASSWORD"),
    SEQUENCER("writ_sequencer", "WRIT_DB_SEQUENCER_PASSWORD");

    private final String roleName;
    private final String passwordVariable;

    DatabaseRole(String roleName, String passwordVariable) {
        this.roleName = roleName;
        this.passwordVariable = passwordVariable;
    }

    public String roleName() {
        return roleName;
    }

    /** The environment variable with the password for its creation. */
    public String passwordVariable() {
        return passwordVariable;
    }
}
