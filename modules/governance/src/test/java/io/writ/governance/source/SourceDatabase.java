package io.writ.governance.source;

import io.writ.governance.persistence.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** PostgreSQL with the real migrations and the sample company, one server for all test classes. */
public final class SourceDatabase implements BeforeAllCallback {

    private static final Path SAMPLE = Path.of("../../cli/src/main/resources/db/sample");
    private static final Namespace SHARED = Namespace.create(SourceDatabase.class);

    private Server server;

    private record Server(EmbeddedPostgres postgres) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = context.getRoot().getStore(SHARED).computeIfAbsent(Server.class, _ -> start(), Server.class);
    }

    public DataSource asSource() {
        return server.postgres().getDatabase("writ_source", "postgres");
    }

    public DataSource asApp() {
        return server.postgres().getDatabase("writ_app", "postgres");
    }

    public DataSource asOwner() {
        return server.postgres().getPostgresDatabase();
    }

    public void execute(String sql) throws SQLException {
        try (Connection owner = asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Empties the table of versions, which nobody but a superuser with triggers off can. */
    public void forgetVersions() throws SQLException {
        execute("set session_replication_role = replica; delete from writ.source_version");
    }

    public void loadSample() throws SQLException, IOException {
        try (var files = Files.list(SAMPLE)) {
            run(files.sorted().toList());
        }
    }

    private Server start() {
        try {
            server = new Server(EmbeddedPostgres.start());
            execute("create role writ_app login; create role writ_source login; create role writ_auditor login;"
                    + " create role writ_sequencer login");
            run(TestDatabase.migrations());
            loadSample();
            return server;
        } catch (IOException | SQLException failure) {
            throw new IllegalStateException("starting PostgreSQL for tests failed", failure);
        }
    }

    private void run(List<Path> scripts) throws IOException, SQLException {
        for (Path script : scripts) {
            execute(Files.readString(script));
        }
    }
}
