package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.LedgerEntry;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.TreeLag;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.TileAddress;
import io.writ.ledger.merkle.Tiles;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.NoteVerifier;
import io.writ.ledger.signing.SignedNote;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sequencer on a real database, with the rights that it has in production. */
class SequencerTest {

    private static MigratedPostgres postgres;

    private final LogIdentity identity = new LogIdentity(LogKeys.SIGNER, Clock.systemUTC());

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void emptyDatabase() throws Exception {
        postgres.reset();
    }

    @Test
    void everyEntryIsInTheTreeAndProvable() throws SQLException {
        Recorder first = Recorder.over(postgres.asApp(), 1);
        Recorder second = Recorder.over(postgres.asApp(), 1);
        List<LedgerEntry> entries = new ArrayList<>();
        try (Connection connection = sequencing()) {
            Sequencer sequencer = new Sequencer(identity, LogKeys.NOTARY);
            for (int i = 0; i < 300; i++) {
                entries.add((i % 3 == 0 ? second : first).commit());
                if (i % 50 == 49) {
                    assertThat(sequencer.cycle(connection).folded()).isEqualTo(50);
                }
            }
            assertThat(sequencer.cycle(connection).folded()).isZero();

            Checkpoint checkpoint = newestCheckpoint(connection);
            assertThat(checkpoint.size()).isEqualTo(300);
            Tiles tiles = new Tiles(300, address -> read(connection, address));
            assertThat(tiles.root(300)).isEqualTo(checkpoint.root());
            for (LedgerEntry entry : entries) {
                InclusionProof proof = InclusionProof.of(indexOf(connection, entry), 300, tiles);
                assertThat(proof.root(TreeHash.leaf(entry.entry().bytes()))).contains(checkpoint.root());
            }
        }
    }

    @Test
    void aNewLeaderGoesOnWhereTheOldOneStopped() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        GrowingTree expected = GrowingTree.empty();
        for (int leader = 0; leader < 6; leader++) {
            try (Connection connection = sequencing()) {
                for (int i = 0; i < 90; i++) {
                    expected.append(TreeHash.leaf(recorder.commit().entry().bytes()));
                }
                assertThat(new Sequencer(identity, LogKeys.NOTARY)
                                .cycle(connection)
                                .folded())
                        .isEqualTo(90);
                assertThat(newestCheckpoint(connection).root()).isEqualTo(expected.root());
            }
        }
    }

    @Test
    void theSecondOfTwoSequencersWritesNothing() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        try (Connection one = sequencing();
                Connection other = sequencing()) {
            Sequencer leader = new Sequencer(identity, LogKeys.NOTARY);
            Sequencer zombie = new Sequencer(identity, LogKeys.NOTARY);
            recorder.commit();
            leader.cycle(one);
            assertThat(zombie.cycle(other).folded()).isZero();
            recorder.commit();
            leader.cycle(one);
            recorder.commit();
            // It believes that the tree has one leaf, and finds an entry that nobody has folded.
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> zombie.cycle(other))
                    .matches(failure -> failure.getSQLState().equals("23505"));
            assertThat(zombie.cycle(other).folded()).as("after looking again").isEqualTo(1);
            assertThat(newestCheckpoint(one).size()).isEqualTo(3);
        }
    }

    @Test
    void onlyOneSessionLeads() throws SQLException {
        try (Connection one = sequencing();
                Connection other = sequencing()) {
            assertThat(Leadership.acquire(one)).isTrue();
            assertThat(Leadership.acquire(other)).isFalse();
            Leadership.release(one);
            assertThat(Leadership.acquire(other)).isTrue();
        }
    }

    @Test
    void aHoleInALaneIsNeverSignedAndStopsNoOtherLane() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        Recorder other = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        LedgerEntry gone = recorder.commit();
        recorder.commit();
        other.commit();
        postgres.tamper(
                "create table writ.gone as select * from writ.ledger_entry where lane = 1 and seq = " + gone.seq());
        postgres.tamper("delete from writ.ledger_entry where lane = 1 and seq = " + gone.seq());
        try (Connection connection = sequencing()) {
            Sequencer sequencer = new Sequencer(identity, LogKeys.NOTARY);
            Sequencer.Cycle cycle = sequencer.cycle(connection);
            assertThat(cycle.folded()).as("entry 1 of each lane").isEqualTo(2);
            assertThat(cycle.broken()).containsExactly("lane 1 lacks entry 2");
            other.commit();
            assertThat(sequencer.cycle(connection).folded()).isEqualTo(1);
            connection.rollback();
            TreeLag lag = new StoredLag(connection, Clock.systemUTC()).measured();
            assertThat(lag.waiting()).as("nothing that could be folded").isFalse();
            assertThat(lag.backlog()).isZero();

            postgres.tamper("insert into writ.ledger_entry select * from writ.gone");
            Sequencer.Cycle mended = sequencer.cycle(connection);
            assertThat(mended.broken()).isEmpty();
            assertThat(mended.folded() + sequencer.cycle(connection).folded()).isEqualTo(2);
        }
    }

    @Test
    void whatWaitsBehindAHoleDoesNotCrowdOutOtherLanes() throws SQLException {
        Recorder.over(postgres.asApp(), 1).openLane();
        postgres.tamper("insert into writ.ledger_entry select 1, n, 2, gen_random_uuid(), sha256('x'), sha256('y')"
                + " from generate_series(2, 20002) n");
        Recorder other = Recorder.over(postgres.asApp(), 1);
        other.commit();
        try (Connection connection = sequencing()) {
            Sequencer sequencer = new Sequencer(identity, LogKeys.NOTARY);
            sequencer.cycle(connection);
            other.commit();
            assertThat(sequencer.cycle(connection).folded()).isEqualTo(2);
        }
    }

    @Test
    void aBrokenLaneIsTold() {
        SequencerState state = new SequencerState();
        state.leads(new Sequencer.Cycle(0, List.of("lane 1 lacks entry 2")));
        assertThat(state.broken()).containsExactly("lane 1 lacks entry 2");
        state.leads(new Sequencer.Cycle(0, List.of()));
        assertThat(state.broken()).isEmpty();
    }

    @Test
    void nothingIsSignedOnTopOfAnEdgeThatWasChanged() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        try (Connection connection = sequencing()) {
            new Sequencer(identity, LogKeys.NOTARY).cycle(connection);
            recorder.commit();
            try (Connection owner = postgres.asOwner().getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute("alter table writ.tree_checkpoint disable trigger all");
                statement.execute("update writ.tree_checkpoint set edge = set_byte(edge, 0, 7)");
            }
            assertThatExceptionOfType(TreeBrokenException.class)
                    .isThrownBy(() -> new Sequencer(identity, LogKeys.NOTARY).cycle(connection))
                    .withMessageContaining("edge");
        }
    }

    @Test
    void anotherKeyDoesNotGoOnWithThisLog() throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        try (Connection connection = sequencing()) {
            new Sequencer(identity, LogKeys.NOTARY).cycle(connection);
            recorder.commit();
            NoteSigner stranger = NoteSigner.parse(NoteSigner.mint("writ.example/test"));
            Sequencer foreign = new Sequencer(new LogIdentity(stranger, Clock.systemUTC()), LogKeys.NOTARY);
            assertThatExceptionOfType(TreeBrokenException.class)
                    .isThrownBy(() -> foreign.cycle(connection))
                    .withMessageContaining("was not signed by");
        }
    }

    @Test
    void nobodyElseMayWriteTheTree() throws SQLException {
        try (Connection app = postgres.asApp().getConnection();
                Statement statement = app.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("insert into writ.tree_range values (1, 1, 1, 0)"))
                    .withMessageContaining("permission denied");
        }
        try (Connection sequencer = postgres.asSequencer().getConnection();
                Statement statement = sequencer.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("delete from writ.tree_checkpoint"))
                    .withMessageContaining("permission denied");
        }
    }

    private static Connection sequencing() throws SQLException {
        Connection connection = postgres.asSequencer().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static Checkpoint newestCheckpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select note from writ.tree_checkpoint order by size desc limit 1")) {
            assertThat(rows.next()).isTrue();
            SignedNote note = SignedNote.parse(rows.getString(1));
            assertThat(NoteVerifier.verify(note, LogKeys.KEY)).isInstanceOf(NoteVerifier.Verdict.Signed.class);
            return Checkpoint.parse(note.text());
        }
    }

    private static long indexOf(Connection connection, LedgerEntry entry) throws SQLException {
        String sql = "select tree_index + ? - from_seq from writ.tree_range"
                + " where lane = ? and from_seq <= ? order by from_seq desc limit 1";
        try (var query = connection.prepareStatement(sql)) {
            query.setLong(1, entry.seq());
            query.setLong(2, entry.lane());
            query.setLong(3, entry.seq());
            try (var rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getLong(1);
            }
        }
    }

    private static byte[] read(Connection connection, TileAddress address) {
        try {
            return new StoredTiles(connection).read(address);
        } catch (SQLException failure) {
            throw new UncheckedIOException(new java.io.IOException(failure));
        }
    }
}
