package io.writ.ledger.tree;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.anchor.AnchorAddress;
import io.writ.ledger.anchor.AnchorShelf;
import io.writ.ledger.anchor.GitCredentials;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.NoteKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** Checkpoints that leave the database, and the question whether the database still leads to them. */
final class Publication {

    private final AnchorShelf shelf;
    private final AnchorBoard board;
    private final AnchorConfig config;
    private final ThreadFactory threads;
    private final AnchorConsultation consultation;
    private final KnownAnchors known;
    private List<AnchorLoop> loops = List.of();

    Publication(AnchorConfig config, AnchorBoard board, Clock clock, ThreadFactory threads) {
        this.config = config;
        this.board = board;
        this.threads = threads;
        this.shelf = new AnchorShelf(
                config.anchors().stream().map(AnchorAddress::parse).toList(),
                config.witnessKeys().stream().map(NoteKey::parse).toList(),
                new GitCredentials(config.git().user(), config.git().password()),
                clock);
        this.known = new KnownAnchors(config.names());
        this.consultation = new AnchorConsultation(shelf.open(), threads, AnchorConsultation.PATIENCE);
    }

    /** What speaks against going on from what is stored, a sentence each. */
    List<String> objections(Connection connection, LogIdentity identity) throws SQLException {
        board.believes();
        LogTrust trust = identity.trust(StoredKeys.read(connection).history());
        List<String> objections = new ArrayList<>(known.objections(connection));
        objections.addAll(consultation.objections(DatabaseHistory.on(connection, trust)));
        connection.rollback();
        if (objections.isEmpty()) {
            known.remember(connection);
        }
        board.standsStill(objections);
        return objections;
    }

    /** Another process has the lock of the leader. */
    void standsBy() {
        board.standsBy();
    }

    /** An anchor objected while this process led: it must ask them all again before it signs another checkpoint. */
    boolean isDoubted() {
        return board.isDoubted();
    }

    /** One thread for each anchor, so that one that hangs keeps no other waiting. */
    void start(DataSource database, LogIdentity identity, BooleanSupplier leading) {
        var floor = new PublicationFloor(database, identity, board, leading);
        loops = shelf.open().stream()
                .map(anchor -> new AnchorLoop(anchor, floor, config.every()))
                .toList();
        loops.forEach(loop -> threads.newThread(loop).start());
    }

    void stop() {
        loops.forEach(AnchorLoop::stop);
    }
}
