package io.writ.ledger.tree;

import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.TreeHealth;
import io.writ.ledger.notice.NoticeIds;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** Composes the tree: reading it is for everybody, growing it is the sequencer's. */
@Dependent
class TreeWiring {

    @Resource(lookup = "jdbc/writ")
    @SuppressWarnings("NullAway.Init") // the container sets it before it calls a producer
    private DataSource database;

    @Produces
    @ApplicationScoped
    LedgerTree tree() {
        return new DatabaseTree(database, Clock.systemUTC());
    }

    @Produces
    @ApplicationScoped
    TreeHealth health(LedgerTree tree, TreeConfig config, SequencerState state) {
        return new WatchedTree(tree, config, state, System::nanoTime);
    }

    @Produces
    @Singleton
    static SequencerState state() {
        return new SequencerState();
    }

    @Produces
    @Singleton
    static Notary notary(LedgerConfig config) {
        return new Notary(config.nodeId(), new NoticeIds(new SecureRandom()), Clock.systemUTC());
    }
}
