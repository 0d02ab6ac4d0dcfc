package io.writ.ledger;

import static io.writ.ledger.WrittenLane.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an export says of itself is signed by nobody, and is held against what is in it. */
class ExportStatementsTest {

    private static final String UNCOVERED =
            "2 entries that no checkpoint covers yet: whoever has the database could have written them";

    private final Instant now = Clock.systemUTC().instant();

    private static MigratedPostgres postgres;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException, SQLException {
        postgres = MigratedPostgres.start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @BeforeEach
    void empty() throws IOException, SQLException {
        postgres.reset();
    }

    @Test
    void anIntentIsNotHiddenByAnEarlierTimeOfTheExport() throws IOException, SQLException {
        anIntentThatIsOverdueAndARecordOfNow();
        export();
        assertThat(verify().sentences()).singleElement().asString().contains("has neither outcome nor gap");

        Instant longAgo = now.minus(Duration.ofDays(2));
        state("\"exported_at\":\"[^\"]*\"", "\"exported_at\":\"" + longAgo + "\"");
        VerificationReport report = verify();
        assertThat(report.sentences())
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("has neither outcome nor gap"))
                .contains("manifest.json: it says that it was written at " + longAgo + ", and a record in it is of "
                        + now + ": what was open is judged as of then");
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_UNDISCLOSED);
    }

    @Test
    void anIntentThatIsNotDueIsOpenThoughTheClockOfAnotherNodeIsAnHourAhead() throws SQLException {
        WrittenLane lane = WrittenLane.open(postgres.asOwner(), 1);
        Instant due = now.plus(Duration.ofMinutes(30));
        lane.write(EntryKind.INTENT, "S1", "create_session", Map.of("due_at", quoted(due.toString())));
        Instant ahead = now.plus(Duration.ofHours(1));
        lane.write(EntryKind.DECISION, "S1", "finalize", Map.of("occurred_at", quoted(ahead.toString())));
        export();

        VerificationReport report = verify();

        assertThat(report.sentences()).isEmpty();
        assertThat(report.completeness().open()).isEqualTo(1);
    }

    @Test
    void theStatedSizeOfTheTreeIsThatOfTheNewestCheckpoint() throws IOException, SQLException {
        anIntentThatIsOverdueAndARecordOfNow();
        export();
        state("\"tree_size\":0", "\"tree_size\":2");

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.TRUNCATED);
        assertThat(report.firstOffence().orElseThrow().sentence())
                .isEqualTo("manifest.json: it says that the newest checkpoint covers 2 leaves, and the newest here"
                        + " covers 0");
    }

    @Test
    void anExportWithoutAnEntryShowsNothing() {
        export();

        VerificationReport report = verify();

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(report.sentences()).singleElement().asString().contains("without a single entry");
    }

    @Test
    void whatIsNotCheckedIsTold() throws SQLException {
        anIntentThatIsOverdueAndARecordOfNow();
        export();

        assertThat(verify().unchecked())
                .containsExactly(
                        "signatures of checkpoints, for want of a key",
                        "evidence and policy inputs, which no export holds",
                        UNCOVERED);
        assertThat(LedgerVerifier.over(postgres.asAuditor()).verify().unchecked())
                .containsExactly("signatures of checkpoints, for want of a key", UNCOVERED);
    }

    private void anIntentThatIsOverdueAndARecordOfNow() throws SQLException {
        WrittenLane lane = WrittenLane.open(postgres.asOwner(), 1);
        Instant due = now.minus(Duration.ofHours(1));
        lane.write(EntryKind.INTENT, "S1", "create_session", Map.of("due_at", quoted(due.toString())));
        lane.write(EntryKind.DECISION, "S1", "finalize", Map.of("occurred_at", quoted(now.toString())));
    }

    private void export() {
        new LedgerExport(postgres.asAuditor(), Clock.systemUTC(), _ -> {})
                .write(folder.resolve("log"), ExportOptions.WHOLE);
    }

    private void state(String pattern, String instead) throws IOException {
        Path manifest = folder.resolve("log/manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst(pattern, instead));
    }

    private VerificationReport verify() {
        return LedgerVerifier.overExport(folder.resolve("log"), VerifierOptions.SILENT)
                .verify();
    }
}
