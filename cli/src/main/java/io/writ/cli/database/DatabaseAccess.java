package io.writ.cli.database;

import java.util.Map;
import javax.sql.DataSource;

/**
 * Where a migrated database is and how each role enters it.
 *
 * @param url JDBC address without credentials
 */
public record DatabaseAccess(String url, Login owner, Login app, Login source, Login auditor, Login sequencer) {

    /** The same database at another address, such as a proxy. */
    public DatabaseAccess at(String otherUrl) {
        return new DatabaseAccess(otherUrl, owner, app, source, auditor, sequencer);
    }

    public DataSource asOwner() {
        return owner.at(url);
    }

    public DataSource asApp() {
        return app.at(url);
    }

    public DataSource asSource() {
        return source.at(url);
    }

    public DataSource asAuditor() {
        return auditor.at(url);
    }

    public DataSource asSequencer() {
        return sequencer.at(url);
    }

    /** The variables a server process needs; the owner's are not among them. */
    public Map<String, String> serverEnvironment() {
        return Map.of(
                "WRIT_DB_URL", url,
                "WRIT_DB_APP_USER", app.user(),
                "WRIT_DB_APP_PASSWORD", app.password(),
                "WRIT_DB_SOURCE_USER", source.user(),
                "WRIT_DB_SOURCE_PASSWORD", source.password(),
                "WRIT_DB_SEQUENCER_USER", sequencer.user(),
                "WRIT_DB_SEQUENCER_PASSWORD", sequencer.password());
    }
}
