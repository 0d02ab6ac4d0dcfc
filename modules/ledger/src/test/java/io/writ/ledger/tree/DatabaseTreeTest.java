package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignedNote;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader gets, with the rights of the server, from a tree of 300 leaves in six checkpoints. */
class DatabaseTreeTest {

    private static final int SIZE = 300;
    private static final List<Checkpoint> CHECKPOINTS = new ArrayList<>();
    private static final List<LedgerEntry> ENTRIES = new ArrayList<>();

    private static MigratedPostgres postgres;

    private final DatabaseTree tree = new DatabaseTree(postgres.asApp(), Clock.systemUTC());

    @BeforeAll
    static void growTree() throws Exception {
        postgres = MigratedPostgres.start();
        DatabaseTree growing = new DatabaseTree(postgres.asApp(), Clock.systemUTC());
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        assertThat(growing.checkpoint()).isEmpty();
        assertThat(growing.tile("0/000")).isEmpty();
        assertThat(growing.lag().treeSize()).isZero();
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            Sequencer sequencer = new Sequencer(new LogIdentity(LogKeys.SIGNER, Clock.systemUTC()), LogKeys.NOTARY);
            for (int i = 1; i <= SIZE; i++) {
                ENTRIES.add(recorder.commit());
                if (i % 50 == 0) {
                    sequencer.cycle(connection);
                    String note = growing.checkpoint().orElseThrow();
                    CHECKPOINTS.add(Checkpoint.parse(SignedNote.parse(note).text()));
                }
            }
        }
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @Test
    void anEntryIsProvenFromItsRecordUpToTheSignedRoot() {
        for (LedgerEntry entry : List.of(ENTRIES.getFirst(), ENTRIES.get(255), ENTRIES.get(256), ENTRIES.getLast())) {
            var proven = (InclusionOutcome.Proven) tree.inclusion(entry.recordId());
            assertThat(proven.entry()).isEqualTo(entry);
            assertThat(LedgerHash.entry(proven.previous(), entry.lane(), entry.seq(), entry.kind(), entry.leaf()))
                    .isEqualTo(entry.entry());
            InclusionProof proof = new InclusionProof(proven.treeIndex(), proven.treeSize(), hashes(proven.path()));
            assertThat(proof.root(TreeHash.leaf(entry.entry().bytes())))
                    .contains(CHECKPOINTS.getLast().root());
        }
    }

    @Test
    void everyCheckpointExtendsEveryEarlierOne() {
        for (Checkpoint older : CHECKPOINTS) {
            for (Checkpoint newer : CHECKPOINTS) {
                if (older.size() <= newer.size()) {
                    var proven = (ConsistencyOutcome.Proven) tree.consistency(older.size(), newer.size());
                    var proof = new ConsistencyProof(older.size(), newer.size(), hashes(proven.path()));
                    assertThat(proof.holds(older.root(), newer.root())).isTrue();
                }
            }
        }
        assertThat(tree.consistency(10, 301)).isInstanceOf(ConsistencyOutcome.Impossible.class);
        assertThat(tree.consistency(20, 10)).isInstanceOf(ConsistencyOutcome.Impossible.class);
        assertThat(tree.consistency(-1, 10)).isInstanceOf(ConsistencyOutcome.Impossible.class);
    }

    @Test
    void tilesAndEntriesAreThoseOfTheTree() {
        byte[] full = tree.tile("0/000").orElseThrow();
        assertThat(full).hasSize(256 * 32);
        assertThat(tree.tile("0/001.p/44").orElseThrow()).hasSize(44 * 32);
        assertThat(tree.tile("1/000.p/1").orElseThrow()).hasSize(32);
        ByteBuffer bundle = ByteBuffer.wrap(tree.entries("001.p/44").orElseThrow());
        for (int i = 0; i < 44; i++) {
            byte[] entry = new byte[bundle.getShort()];
            bundle.get(entry);
            assertThat(entry).isEqualTo(ENTRIES.get(256 + i).entry().bytes());
        }
        assertThat(bundle.hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/001", "0/001.p/45", "0/002.p/1", "1/000", "2/000.p/1", "0/1", "", "../checkpoint"})
    void whatTheTreeHasNotReachedIsNotThere(String path) {
        assertThat(tree.tile(path)).isEmpty();
    }

    @Test
    void anEntryWaitsUntilTheNextCycle() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        assertThat(tree.lag().oldestWaiting()).isEqualTo(Duration.ZERO);
        LedgerEntry waiting = recorder.commit();
        assertThat(tree.inclusion(waiting.recordId())).isEqualTo(new InclusionOutcome.Pending(waiting));
        assertThat(tree.inclusion(UUID.randomUUID())).isInstanceOf(InclusionOutcome.Unknown.class);
        assertThat(tree.lag().sequencing()).isFalse();
        try (Connection connection = postgres.asSequencer().getConnection()) {
            assertThat(Leadership.acquire(connection)).isTrue();
            assertThat(tree.lag().sequencing()).isTrue();
            assertThat(tree.lag().treeSize()).isEqualTo(SIZE);
        }
    }

    private static List<TreeHash> hashes(List<Digest> path) {
        return path.stream().map(digest -> TreeHash.ofRaw(digest.bytes())).toList();
    }
}
