package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.KeyChange;
import io.writ.ledger.notice.Notice;
import io.writ.ledger.notice.Restart;
import io.writ.ledger.notice.Stand;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignatureLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who may write notices, in lanes of their own with right hashes, speaks of keys. The log has one of its own. */
class StrayNoticesTest {

    private static final NoteSigner FIRST = LogKeys.SIGNER;
    private static final NoteSigner SECOND = LogKeys.minted(LogKeys.KEY.name());
    private static final NoteSigner STRANGER = LogKeys.minted(LogKeys.KEY.name());
    private static final NoteSigner ELSEWHERE = LogKeys.minted("writ.example/elsewhere");
    private static final String LOST = GrowingLog.of(9).checkpoint(STRANGER);

    private static MigratedPostgres postgres;

    private final Envelope envelope =
            new Envelope(LogKeys.IDS.next(Clock.systemUTC().instant()), Instant.EPOCH);

    private Recorder recorder;
    private Stand stand;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void aLogOfTheFirstKey() throws Exception {
        postgres.reset();
        recorder = Recorder.over(postgres.asApp(), 1);
        TreeHash leaf = TreeHash.leaf(recorder.commit().entry().bytes());
        GrowingTree tree = GrowingTree.empty();
        tree.append(leaf);
        stand = new Stand(1, tree.root());
        cycle(with(FIRST));
    }

    @Test
    void aChangeThatTheOldKeyDidNotSignStopsNobodyAndIsNamed() throws SQLException {
        KeyChange unsigned = new KeyChange(envelope, 2, FIRST.key(), STRANGER.key(), stand, List.of());
        SignatureLine line = STRANGER.sign(unsigned.statement(), Instant.EPOCH);
        write(new KeyChange(envelope, 2, FIRST.key(), STRANGER.key(), stand, List.of(line)));
        assertTheLogGoesOn(FIRST.key().text() + " did not sign it");
        assertThatExceptionOfType(TreeBrokenException.class)
                .isThrownBy(() -> cycle(with(STRANGER)))
                .withMessageContaining("was not signed by " + STRANGER.key().text());
    }

    @Test
    void aRestartOfSomebodyElsesKeysIsNotTakenForTheFirstStep() throws SQLException {
        var loss = new Restart.Loss(LOST, "no reason");
        write(Restart.signed(envelope, 2, STRANGER, ELSEWHERE, stand, loss));
        assertTheLogGoesOn("it takes over from " + STRANGER.key().text() + ", which is no key of the log");
    }

    @Test
    void aRestartOfALogThatHadNothingIsNotBelievedOfOneThatHas() throws SQLException {
        var loss = new Restart.Loss(LOST, "no reason");
        Stand nothing = new Stand(0, TreeHash.ofEmptyTree());
        write(Restart.signed(envelope, 2, STRANGER, ELSEWHERE, nothing, loss));
        assertTheLogGoesOn("it takes over from " + STRANGER.key().text() + ", which is no key of the log");
    }

    @Test
    void aNoticeOfAKeyThatIsNoneStopsNobody() throws SQLException {
        write(KeyChange.signed(envelope, 2, FIRST, SECOND, stand));
        postgres.tamper("update writ.ledger_notice set canonical = '{}'");
        Sequencer.Cycle cycle = cycle(with(FIRST));
        assertThat(cycle.broken()).anySatisfy(line -> assertThat(line).contains("is passed over"));
        recorder.commit();
        assertThat(cycle(with(FIRST)).folded()).isEqualTo(1);
    }

    @Test
    void whatWasTakenIntoTheTreeUnreadDoesNotBrickTheLog() throws SQLException {
        var loss = new Restart.Loss(LOST, "no reason");
        long lane = write(Restart.signed(envelope, 2, STRANGER, ELSEWHERE, stand, loss));
        try (Connection connection = sequencing()) {
            StoredTree stored = new StoredTree(connection);
            GrowingTree tree = stored.resumed(stored.newest());
            Fold fold = Fold.over(tree, lane);
            new UnfoldedEntries().visit(connection, lane, fold);
            TreeInsert.execute(
                    connection, fold, tree.takeFinished(), identity(FIRST).sign(tree, Optional.empty()));
            connection.commit();
            assertThat(StoredKeys.read(connection).history().last()).isEmpty();
        }
        recorder.commit();
        Sequencer.Cycle cycle = cycle(with(FIRST));
        assertThat(cycle.folded()).isEqualTo(1);
        assertThat(cycle.broken()).singleElement().asString().contains("signed no checkpoint of 1 leaves");
    }

    @Test
    void aTrueChangeIsFollowedBesideAStray() throws SQLException {
        var loss = new Restart.Loss(LOST, "no reason");
        write(Restart.signed(envelope, 2, STRANGER, ELSEWHERE, stand, loss));
        Sequencer changing =
                new Sequencer(new LogIdentity(SECOND, Optional.of(FIRST), Clock.systemUTC()), LogKeys.NOTARY);
        assertThat(cycle(changing).folded()).isEqualTo(1);
        recorder.commit();
        assertThat(cycle(changing).folded()).isEqualTo(1);
        assertThat(cycle(with(SECOND)).folded()).isZero();
        try (Connection connection = sequencing()) {
            assertThat(StoredKeys.read(connection).history().keys()).containsExactly(FIRST.key(), SECOND.key());
        }
    }

    private void assertTheLogGoesOn(String offence) throws SQLException {
        recorder.commit();
        Sequencer.Cycle cycle = cycle(with(FIRST));
        assertThat(cycle.folded()).isEqualTo(1);
        assertThat(cycle.broken())
                .hasSize(2)
                .anySatisfy(line -> assertThat(line).contains("is passed over"))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("lane 2 speaks of a key in entry 1, which this log did" + " not ask for"));
        assertThat(LedgerVerifier.over(
                                postgres.asAuditor(), (_, _) -> {}, FIRST.key().text())
                        .verify()
                        .findings())
                .as("the verifier goes on trusting the log's own key")
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.verdict()).isEqualTo(Verdict.FORKED);
                    assertThat(finding.sentence())
                            .startsWith("lane 2, entry 1: ")
                            .contains(offence);
                });
    }

    private long write(Notice notice) throws SQLException {
        try (Connection connection = sequencing()) {
            long lane = LogKeys.NOTARY.write(connection, notice, envelope);
            connection.commit();
            return lane;
        }
    }

    private static LogIdentity identity(NoteSigner key) {
        return new LogIdentity(key, Clock.systemUTC());
    }

    private static Sequencer with(NoteSigner key) {
        return new Sequencer(identity(key), LogKeys.NOTARY);
    }

    private static Sequencer.Cycle cycle(Sequencer sequencer) throws SQLException {
        try (Connection connection = sequencing()) {
            return sequencer.cycle(connection);
        }
    }

    private static Connection sequencing() throws SQLException {
        Connection connection = postgres.asSequencer().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }
}
