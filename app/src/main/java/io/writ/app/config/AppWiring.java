package io.writ.app.config;

import io.writ.app.exchange.Exchanges;
import io.writ.app.identity.LocalIdentity;
import io.writ.app.identity.PrincipalDirectory;
import io.writ.app.metrics.CountedPolicy;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.MetricsAccess;
import io.writ.governance.BackgroundThreads;
import io.writ.governance.EdgeFacts;
import io.writ.governance.GovernanceConfig;
import io.writ.governance.PolicyObserver;
import io.writ.governance.RecordingConfig;
import io.writ.governance.Ulids;
import io.writ.ledger.AnchorConfig;
import io.writ.ledger.LedgerConfig;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.WitnessConfig;
import io.writ.orchestration.RunDefaults;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.eclipse.microprofile.config.Config;

/** Reads the configuration once and hands out its parts, the clock, and what the edge is made of. */
@Dependent
@ManagedThreadFactoryDefinition(name = AppWiring.RUN_THREADS, virtual = true)
class AppWiring {

    /** Virtual threads that carry the naming context of the application, so that data sources are found on them. */
    static final String RUN_THREADS = "java:app/concurrent/run-threads";

    @Resource(lookup = RUN_THREADS)
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private ManagedThreadFactory runThreads;

    /** Platform threads: the writers of the ledger wait for the database all day, and a hop less is a hop less. */
    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private ManagedThreadFactory writerThreads;

    @Produces
    @Singleton
    static Settings settings(Config config) {
        return new SettingsReader(name -> config.getOptionalValue(name, String.class)).read(config.getPropertyNames());
    }

    @Produces
    @Singleton
    static Meters meters() {
        return new Meters();
    }

    @Produces
    @Singleton
    static PolicyObserver policyObserver(Meters meters) {
        return new CountedPolicy(meters);
    }

    @Produces
    @Singleton
    static MetricsAccess metricsAccess(Settings settings) {
        return new MetricsAccess(settings.metricsNeedPrincipal());
    }

    @Produces
    @Singleton
    static Exchanges exchanges(Clock clock) {
        SecureRandom random = new SecureRandom();
        return new Exchanges(new Ulids(clock, random), random);
    }

    @Produces
    @Singleton
    static LocalIdentity identity(Settings settings) {
        return settings.identity();
    }

    @Produces
    @Singleton
    static PrincipalDirectory directory(LocalIdentity identity) {
        return identity.directory();
    }

    @Produces
    @Singleton
    static GovernanceConfig governance(Settings settings) {
        return settings.governance();
    }

    @Produces
    @Singleton
    static LedgerConfig ledger(Settings settings) {
        GovernanceConfig governance = settings.governance();
        return new LedgerConfig(governance.nodeId(), governance.lanes(), settings.laneWait());
    }

    @Produces
    @Singleton
    RecordingConfig recording(Settings settings) {
        return new RecordingConfig(
                settings.ledgerWriters(), settings.ledgerQueue(), settings.laneWait(), writerThreads);
    }

    @Produces
    @Singleton
    static EdgeFacts edge(Settings settings) {
        return settings.edge();
    }

    @Produces
    @Singleton
    BackgroundThreads backgroundThreads() {
        return new BackgroundThreads(runThreads);
    }

    @Produces
    @Singleton
    TreeConfig tree(Settings settings) {
        SequencerSettings sequencer = settings.sequencer();
        return new TreeConfig(
                sequencer.key(), sequencer.previousKey(), sequencer.cycle(), sequencer.lagMax(), runThreads);
    }

    @Produces
    @Singleton
    static AnchorConfig anchors(Settings settings) {
        return settings.anchors();
    }

    @Produces
    @Singleton
    static WitnessConfig witness(Settings settings) {
        return settings.witness();
    }

    @Produces
    @Singleton
    RunDefaults runDefaults(Settings settings) {
        return new RunDefaults(settings.runBudget(), runThreads);
    }
}
