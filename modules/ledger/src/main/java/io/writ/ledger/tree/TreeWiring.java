package io.writ.ledger.tree;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.LedgerAnchors;
import io.writ.ledger.LedgerConfig;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeConfig;
import io.writ.ledger.TreeHealth;
import io.writ.ledger.notice.NoticeIds;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
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

    /** By its own type only: whoever reads it asks for the contract below. */
    @Produces
    @Singleton
    @Typed(AnchorBoard.class)
    static AnchorBoard board(AnchorConfig config, Clock clock) {
        return new AnchorBoard(config, clock);
    }

    @Produces
    @Singleton
    static LedgerAnchors anchors(AnchorBoard board) {
        return board;
    }

    @Produces
    @Singleton
    static Publication publication(AnchorConfig config, AnchorBoard board, Clock clock, TreeConfig tree) {
        return new Publication(config, board, clock, tree.threads());
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
