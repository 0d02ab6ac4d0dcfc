package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.anchor.Anchor;
import io.writ.ledger.anchor.AnchorReading;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.anchor.LogTrust;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What stands in the newest row is brought to an anchor only if the log signed it over what is stored. */
class AnchorLoopTest {

    private static MigratedPostgres postgres;

    private final LogIdentity identity = new LogIdentity(LogKeys.SIGNER, Clock.systemUTC());
    private final AnchorBoard board = new AnchorBoard(AnchorConfig.NONE, Clock.systemUTC());
    private final Shelf shelf = new Shelf();
    private final AnchorLoop loop = new AnchorLoop(
            shelf, new PublicationFloor(postgres.asSequencer(), identity, board, () -> true), Duration.ofSeconds(1));

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void aLogOfThreeEntriesAndTwoCheckpoints() throws Exception {
        postgres.reset();
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        recorder.commit();
        recorder.commit();
        cycle();
        recorder.commit();
        cycle();
    }

    @Test
    void aCheckpointThatTheLogSignedIsPublishedOnce() {
        loop.step();
        loop.step();
        assertThat(shelf.published).containsExactly(3L);
        assertThat(problem()).isEmpty();
    }

    @Test
    void aNewestCheckpointThatTheLogDidNotSignIsNotPublished() throws SQLException {
        String forged = SignedNote.parse(postgres.text("select note from writ.tree_checkpoint where size = 3"))
                .text();
        note(new SignedNote(forged, List.of())
                .with(LogKeys.minted(LogKeys.KEY.name())
                        .sign(forged, Clock.systemUTC().instant()))
                .written());
        loop.step();
        assertThat(shelf.published).isEmpty();
        assertThat(problem().orElseThrow()).contains("over 3 leaves, is not what the log signed");
    }

    @Test
    void aSignedRootOfOtherEntriesIsNotPublished() throws SQLException {
        note(GrowingLog.of(3).checkpoint(LogKeys.SIGNER));
        loop.step();
        assertThat(shelf.published).isEmpty();
        assertThat(problem().orElseThrow()).contains("is not what the log signed over its entries");
    }

    @Test
    void aLogThatShrinksWhileItIsLedRaisesTheAlarm() throws SQLException {
        loop.step();
        postgres.tamper("delete from writ.tree_checkpoint where size = 3");
        loop.step();
        assertThat(board.isDoubted()).isTrue();
        assertThat(problem().orElseThrow()).contains("covers 2 leaves, and one of 3 was brought to the anchor");
    }

    private Optional<String> problem() {
        return board.states().getFirst().problem();
    }

    private void cycle() throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(identity, LogKeys.NOTARY).cycle(connection);
        }
    }

    private static void note(String written) throws SQLException {
        postgres.tamper("update writ.tree_checkpoint set note = '" + written + "' where size = 3");
    }

    /** An anchor that takes everything. */
    private static final class Shelf implements Anchor {

        private final List<Long> published = new ArrayList<>();

        @Override
        public String name() {
            return "shelf";
        }

        @Override
        public AnchorReading read(LogTrust trust) {
            throw new UnsupportedOperationException("nobody asks");
        }

        @Override
        public List<SignatureLine> publish(SignedNote checkpoint, LogHistory log) {
            published.add(Checkpoint.parse(checkpoint.text()).size());
            return List.of();
        }
    }
}
