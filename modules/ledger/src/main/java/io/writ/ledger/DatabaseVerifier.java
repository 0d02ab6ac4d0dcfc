package io.writ.ledger;

import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.StoredLeaves;
import io.writ.ledger.persistence.StoredLedger;
import io.writ.ledger.persistence.StoredNotices;
import io.writ.ledger.persistence.StoredOpenLanes;
import io.writ.ledger.persistence.StoredRuns;
import io.writ.ledger.signing.NoteKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Verifies what a database holds, streaming: memory does not grow with the log. */
final class DatabaseVerifier implements LedgerVerifier {

    private final DataSource database;
    private final VerifiedRecords scope;
    private final VerificationProgress progress;
    private final Optional<NoteKey> trusted;

    DatabaseVerifier(
            DataSource database, VerifiedRecords scope, VerificationProgress progress, Optional<NoteKey> trusted) {
        this.trusted = trusted;
        this.database = database;
        this.scope = scope;
        this.progress = progress;
    }

    @Override
    public VerificationReport verify() {
        try (Connection connection = database.getConnection()) {
            boolean ownTransaction = connection.getAutoCommit();
            if (!ownTransaction) {
                return verify(connection);
            }
            // One snapshot for all statements, since the log grows meanwhile; and the driver streams inside a
            // transaction only.
            int isolation = connection.getTransactionIsolation();
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                return verify(connection);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setTransactionIsolation(isolation);
            }
        } catch (SQLException failure) {
            throw new LedgerException("verifying the ledger could not be finished", failure);
        }
    }

    private VerificationReport verify(Connection connection) throws SQLException {
        StoredLedger stored = new StoredLedger(connection);
        if (scope == VerifiedRecords.OF_ALL_TENANTS && !stored.showsEveryTenant()) {
            throw new LedgerException("this database user sees the records of one tenant only: verify as the auditor");
        }
        var findings = new Findings();
        var tally = new Tally(progress);
        List<LaneRow> lanes = stored.lanes();
        for (LaneRow lane : lanes) {
            verifyChain(stored, lane, findings, tally);
        }
        stored.entriesWithoutLane()
                .forEach(stray -> findings.inLane(
                        Verdict.GAP_UNDISCLOSED, stray.lane(), stray.seq(), "its lane was never opened"));
        stored.records(new RecordComparison(findings, tally));
        if (scope == VerifiedRecords.OF_ALL_TENANTS) {
            stored.entriesWithoutRecord()
                    .forEach(orphan -> findings.inLane(
                            Verdict.GAP_UNDISCLOSED,
                            orphan.lane(),
                            orphan.seq(),
                            "its record " + orphan.recordId() + " is missing"));
        }
        KeyHistory keys = verifyNotices(connection, lanes, findings);
        Optional<CheckpointSignatures> signatures = trusted.map(key -> new CheckpointSignatures(key, keys));
        TreeReport tree = new TreeWalk(new StoredLeaves(connection), findings, signatures).walk();
        if (signatures.isPresent() && tree.checkpoints() == 0 && tally.entries() > 0) {
            findings.add(new Finding(
                    Verdict.UNVERIFIABLE,
                    new Place.OfTree(),
                    "no checkpoint is there whose signature could be checked"));
        }
        CompletenessReport completeness =
                new Completeness(new StoredRuns(connection), findings, RetiredRecords.NONE).check();
        return new VerificationReport(
                lanes.size(),
                tally.entries(),
                tally.records(),
                tree,
                completeness,
                findings.list(),
                findings.unnamed());
    }

    private static KeyHistory verifyNotices(Connection connection, List<LaneRow> lanes, Findings findings)
            throws SQLException {
        for (long lane : new StoredOpenLanes(connection).unlisted()) {
            findings.inLane(
                    Verdict.GAP_UNDISCLOSED,
                    lane,
                    0,
                    "it is not folded to a seal, and no sequencer looks at it: its row of lane_open is missing");
        }
        return new NoticeWalk(lanes, findings).walk(new StoredNotices(connection));
    }

    private static void verifyChain(StoredLedger stored, LaneRow lane, Findings findings, Tally tally)
            throws SQLException {
        if (!LedgerHash.genesis(lane.lane(), lane.bootId(), lane.nodeId()).equals(lane.genesis())) {
            findings.inLane(Verdict.FORKED, lane.lane(), 0, "the genesis does not match the lane's opening");
        }
        stored.entries(lane.lane(), new ChainWalk(lane, findings, tally));
    }
}
