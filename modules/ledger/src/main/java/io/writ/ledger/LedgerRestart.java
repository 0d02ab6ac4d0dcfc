package io.writ.ledger;

import io.writ.ledger.merkle.RightEdge;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.notice.NoticeException;
import io.writ.ledger.notice.NoticeIds;
import io.writ.ledger.notice.Restart;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.LeaderLock;
import io.writ.ledger.persistence.NoticeRow;
import io.writ.ledger.persistence.StoredCheckpoints;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.persistence.StoredLeaves;
import io.writ.ledger.persistence.StoredNotices;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteSigner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * Lets a log begin anew whose database lost what was already signed, for instance after a restore: the only way on. It
 * goes on with another key of another name, so that whoever follows the old log never sees it shrink; the notice in the
 * log names what was lost, and both keys sign it.
 */
public final class LedgerRestart {

    private static final String NODE = "ledger restart";

    private final DataSource database;
    private final NoticeIds ids;
    private final Clock clock;

    /** Over a database that is entered as the sequencer or as the owner. */
    public LedgerRestart(DataSource database, RandomGenerator random, Clock clock) {
        this.database = database;
        this.ids = new NoticeIds(random);
        this.clock = clock;
    }

    /** Writes the notice while no process sequences, or nothing. */
    public RestartOutcome restart(RestartOrder order) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            LeaderLock lock = new LeaderLock(connection);
            if (!lock.take()) {
                String holder = lock.holder().orElse("a process that is just going");
                connection.rollback();
                return new RestartOutcome.Refused("a server sequences this log now (" + holder
                        + "): stop every server that has a signing key, and repeat");
            }
            try {
                return restart(connection, order);
            } finally {
                connection.rollback();
                lock.release();
                connection.commit();
            }
        } catch (NoteException | NoticeException misfit) {
            return new RestartOutcome.Refused(String.valueOf(misfit.getMessage()));
        } catch (SQLException failure) {
            throw new LedgerException("the restart of the ledger could not be written", failure);
        }
    }

    private RestartOutcome restart(Connection connection, RestartOrder order) throws SQLException {
        StoredCheckpoints stored = new StoredCheckpoints(connection);
        Optional<CheckpointRow> newest = stored.newest();
        KeyHistory keys = StoredKeys.read(connection).history();
        LostCheckpoint lost = LostCheckpoint.of(order);
        Optional<String> problem =
                lost.problem(rootHere(connection, lost.size())).or(() -> keyProblem(lost.oldKey(), newest, keys));
        if (problem.isPresent()) {
            return new RestartOutcome.Refused(problem.get());
        }
        Stand stand = newest.map(LedgerRestart::stand).orElse(new Stand(0, TreeHash.ofEmptyTree()));
        Instant now = clock.instant();
        Restart notice = Restart.signed(
                new Envelope(ids.next(now), now),
                keys.epoch() + 1,
                lost.oldKey(),
                NoteSigner.parse(order.newKey()),
                stand,
                new Restart.Loss(order.lostCheckpoint(), order.reason()));
        long lane = write(connection, notice);
        connection.commit();
        return new RestartOutcome.Restarted(stand.size(), lane);
    }

    /**
     * The root that the entries have at a size of which there is a checkpoint. Folded anew: a row that says the right
     * root does not bring back what it was the root of. Takes some seconds for each million entries.
     */
    private static Optional<TreeHash> rootHere(Connection connection, long size) throws SQLException {
        if (new StoredCheckpoints(connection).ofSize(size).isEmpty()) {
            return Optional.empty();
        }
        RightEdge edge = RightEdge.empty();
        new StoredLeaves(connection).leaves((index, entry, _) -> {
            boolean next = index == edge.size() && index < size;
            if (next) {
                edge.append(TreeHash.leaf(entry.entry()), (_, _, _) -> {});
            }
            return next;
        });
        return edge.size() == size ? Optional.of(edge.root()) : Optional.empty();
    }

    /** A verifier that knows the old key follows the restart only if that key is the log's. */
    private static Optional<String> keyProblem(NoteSigner old, Optional<CheckpointRow> newest, KeyHistory keys) {
        Optional<KeyHistory.Step> last = keys.last();
        if (last.isPresent() && last.get().leafIndex() < 0) {
            return Optional.of("this log was restarted already, as "
                    + last.get().succession().newKey().name() + ": start a server with that key");
        }
        boolean known = last.isEmpty() || last.get().succession().newKey().equals(old.key());
        boolean signed = newest.isEmpty()
                || new CheckpointSignatures(old.key(), new KeyHistory())
                        .forgery(newest.get(), newest.get().size())
                        .isEmpty();
        return known && signed
                ? Optional.empty()
                : Optional.of(
                        "the key " + old.key().text() + " did not sign the newest checkpoint of this database: give"
                                + " the one that did, and, if another key signed the lost checkpoint, that one's public key too");
    }

    private static Stand stand(CheckpointRow newest) {
        return new Stand(newest.size(), TreeHash.ofRaw(newest.root().bytes()));
    }

    private static long write(Connection connection, Restart notice) throws SQLException {
        Envelope envelope = notice.envelope();
        LedgerEntry entry = CommandLane.open(connection, NODE, envelope.id(), envelope.noticedAt())
                .next(EntryKind.RESTART, envelope.id(), notice.canonical());
        EntryRow row = new EntryRow(
                entry.lane(), entry.seq(), entry.kind().number(), entry.recordId(), entry.leaf(), entry.entry());
        new StoredNotices(connection).insert(List.of(new NoticeRow(row, notice, envelope.noticedAt())));
        return entry.lane();
    }
}
