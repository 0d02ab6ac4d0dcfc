package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.VerifierOptions;
import io.writ.ledger.anchor.AnchorAddress;
import io.writ.ledger.anchor.AnchorShelf;
import io.writ.ledger.anchor.GitCredentials;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.append.Recorder;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export against an anchor that may hold less, the same, or more than it. */
class AnchoredExportTest {

    private static final Clock NOW = Clock.systemUTC();
    private static final LogIdentity FIRST = new LogIdentity(LogKeys.SIGNER, NOW);

    private static MigratedPostgres postgres;

    @TempDir
    private Path folder;

    @TempDir
    private Path worm;

    @BeforeAll
    static void startDatabase() throws Exception {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stopDatabase() throws Exception {
        postgres.close();
    }

    @BeforeEach
    void threeCheckpointsAndATail() throws Exception {
        postgres.reset();
        for (int size = 3; size <= 9; size += 3) {
            commit(3);
            cycle(FIRST);
        }
        commit(2);
    }

    @Test
    void whatWasAnchoredUnderALaterKeyIsBelievedByTheNoticesOfTheExport() throws SQLException {
        NoteSigner second = NoteSigner.parse(NoteSigner.mint(LogKeys.KEY.name()));
        LogIdentity changing = new LogIdentity(second, Optional.of(LogKeys.SIGNER), NOW);
        cycle(changing);
        cycle(new LogIdentity(second, NOW));
        anchor(changing);
        export(ExportOptions.WHOLE, NOW);

        VerificationReport report = verify();

        assertThat(report.sentences()).isEmpty();
        assertThat(report.anchors().remarks()).isEmpty();
        assertThat(report.anchors().consulted()).isEqualTo(1);
    }

    @Test
    void whatAnAnchorHadBeforeIsInAnExportOrWasKeptBack() throws SQLException {
        export(ExportOptions.WHOLE, Clock.offset(NOW, Duration.ofHours(3)));
        cycle(FIRST);
        anchor(FIRST);

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.TRUNCATED);
        assertThat(report.firstOffence().orElseThrow().sentence())
                .startsWith("anchor worm: the log signed 11 leaves by ")
                .contains("ends with 9: leaf 9 is the first that was kept back");
    }

    @Test
    void nobodyIsAccusedOfWhatClocksAnHourApartExplain() throws SQLException {
        export(ExportOptions.WHOLE, Clock.offset(NOW, Duration.ofHours(1)));
        cycle(FIRST);
        anchor(FIRST);

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(report.sentences())
                .singleElement()
                .asString()
                .startsWith("anchor worm: it holds 11 leaves since ")
                .contains("clocks may be so far apart, or leaf 9 is the first that was kept back");
    }

    @Test
    void whatAnAnchorGotAfterwardsIsSaidAndNoOffence() throws SQLException {
        export(ExportOptions.WHOLE, NOW);
        cycle(FIRST);
        anchor(FIRST);

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.anchors().remarks())
                .singleElement()
                .asString()
                .startsWith("anchor worm: it holds 11 leaves since ")
                .contains("and this was taken at");
    }

    @Test
    void aStretchIsToldOnWhichSideOfItTheAnchoredSizeLies() throws SQLException {
        anchor(FIRST);
        export(new ExportOptions(3, Optional.of(6L), new ExportOptions.Records.All()), NOW);
        assertThat(verify().anchors().remarks())
                .containsExactly("anchor worm: it holds 9 leaves, and this ends with 6, as it says, so that was not"
                        + " compared");
        assertThat(verify().verdict()).isEqualTo(Verdict.INTACT);

        cycle(FIRST);
        export("later", new ExportOptions(9, Optional.empty(), new ExportOptions.Records.All()), NOW);
        assertThat(verify("later").anchors().remarks())
                .as("compared at its begin")
                .isEmpty();
    }

    @Test
    void aStretchThatBeginsBehindWhatIsAnchoredSaysSo() throws SQLException {
        anchor(FIRST);
        cycle(FIRST);
        commit(1);
        cycle(FIRST);
        export(new ExportOptions(11, Optional.empty(), new ExportOptions.Records.All()), NOW);

        assertThat(verify().anchors().remarks())
                .containsExactly("anchor worm: it holds 9 leaves, and this begins behind 11, so it was not compared");
    }

    private static void commit(int entries) throws SQLException {
        Recorder recorder = Recorder.over(postgres.asApp(), 1);
        for (int i = 0; i < entries; i++) {
            recorder.commit();
        }
    }

    private static void cycle(LogIdentity identity) throws SQLException {
        try (Connection connection = postgres.asSequencer().getConnection()) {
            connection.setAutoCommit(false);
            new Sequencer(identity, LogKeys.NOTARY).cycle(connection);
        }
    }

    /** Leaves the newest checkpoint at the anchor. */
    private void anchor(LogIdentity identity) throws SQLException {
        KeyHistory keys;
        try (Connection connection = postgres.asSequencer().getConnection()) {
            keys = StoredKeys.read(connection).history();
        }
        LogHistory history = DatabaseHistory.over(postgres.asSequencer(), identity.trust(keys));
        SignedNote newest = history.newest().orElseThrow();
        new AnchorShelf(List.of(AnchorAddress.parse(address())), List.of(), GitCredentials.NONE, NOW)
                .open()
                .getFirst()
                .publish(newest, history);
    }

    private void export(ExportOptions options, Clock clock) {
        export("log", options, clock);
    }

    private void export(String name, ExportOptions options, Clock clock) {
        new LedgerExport(postgres.asAuditor(), clock, _ -> {}).write(folder.resolve(name), options);
    }

    private VerificationReport verify() {
        return verify("log");
    }

    private VerificationReport verify(String name) {
        AnchorConfig anchors = AnchorConfig.reading(List.of(address()), new AnchorConfig.GitLogin("", ""));
        return LedgerVerifier.overExport(
                        folder.resolve(name),
                        new VerifierOptions(Optional.of(LogKeys.KEY.text()), 1, (entries, records) -> {}, anchors))
                .verify();
    }

    private String address() {
        return "worm=dir:" + worm;
    }
}
