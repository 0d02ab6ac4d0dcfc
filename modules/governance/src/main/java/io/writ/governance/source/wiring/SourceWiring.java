package io.writ.governance.source.wiring;

import io.writ.governance.GovernanceConfig;
import io.writ.governance.source.Sources;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.CatalogueFile;
import io.writ.governance.source.filesystem.FilesystemSource;
import io.writ.governance.source.postgres.PostgresSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Produces the door to all sources. */
@ApplicationScoped
@SuppressWarnings("NullAway.Init") // the container sets resources after construction; they cannot be parameters
class SourceWiring {

    /** Reads and writes what Writ owns: here, the versions of documents. */
    @Resource(lookup = "jdbc/writ")
    private DataSource ledgerSide;

    /** Reads safe views and nothing else, outside of any transaction. */
    @Resource(lookup = "jdbc/writ-source")
    private DataSource recordSide;

    @Produces
    @Singleton
    Catalogue catalogue(GovernanceConfig config) {
        return CatalogueFile.read(config.catalogue());
    }

    @Produces
    @ApplicationScoped
    Sources sources(GovernanceConfig config, Catalogue catalogue, Clock clock) {
        PostgresSource.Limits limits =
                new PostgresSource.Limits(config.sourceTimeout(), config.rowsMax(), config.sessionTtl());
        return new CataloguedSources(
                catalogue,
                new FilesystemSource(config.corpus(), catalogue, ledgerSide, clock),
                new PostgresSource(catalogue, recordSide, limits, clock));
    }

    /**
     * Looks at the corpus before the first session is opened: documents are known from the first look on, and a session
     * cannot read what was not known when it began. A catalogue that cannot be used stops the start here.
     */
    void lookOnce(@Observes Startup startup, Sources sources) {
        sources.isCorpusReachable();
    }
}
