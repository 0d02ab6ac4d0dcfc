package io.writ.cli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Outcome;
import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.DevDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportLedgerCommandTest {

    @TempDir
    private static Path directory;

    private static DevDatabase database;
    private static DatabaseAccess access;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        database = DevDatabase.start(directory);
        access = database.access();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void aLogIsExportedAndVerifiedWithoutTheDatabase() {
        String target = folder.resolve("log").toString();

        Outcome exported = ledger("export", "--to", target);
        assertThat(exported.errors()).isEmpty();
        assertThat(exported.output())
                .contains("Exported 0 entries")
                .contains("./writ ledger verify --export " + target);
        assertThat(exported.exitCode()).isZero();

        Outcome verified = Outcome.of(Map.of(), "ledger", "verify", "--export", target, "--rates", "--threads", "2");
        assertThat(verified.output())
                .contains("The ledger could NOT be verified: unverifiable. NOT checked: signatures")
                .contains("an export without a single entry")
                .contains("those of every tenant");
        assertThat(verified.errors()).containsPattern("chains +0 entries").containsPattern("tree +0 leaves");
        assertThat(verified.exitCode()).isEqualTo(2);
    }

    @Test
    void whatAnExportLeavesOutIsTold() {
        String target = folder.resolve("theirs.tar").toString();
        assertThat(ledger("export", "--to", target, "--tenant", "acme").exitCode())
                .isZero();

        assertThat(Outcome.of(Map.of(), "ledger", "verify", "--export", target).output())
                .contains("those of tenant acme only")
                .contains("NOT checked: ", "records of other tenants than acme");
    }

    @Test
    void aTargetThatIsThereOrCannotBeWrittenIsOneLine() throws IOException {
        String there = Files.createDirectory(folder.resolve("there")).toString();
        assertRefused(ledger("export", "--to", there), "is there already");
        assertRefused(ledger("export", "--to", folder + "/no/where"), "there is no folder to write it into");
        assertRefused(ledger("export", "--to", "/proc/log"), "could not be written");
        assertRefused(ledger("export", "--to", folder + "/x", "--from-size", "5"), "no checkpoint has the size 5");
        assertRefused(ledger("export", "--to", folder + "/x", "--from-size", "-1"), "begins at 0 or more");
        assertRefused(ledger("export", "--to", folder + "/x", "--tenant", "a", "--without-bodies"), "not both");
    }

    @Test
    void whatIsNoExportIsOneLine() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertRefused(Outcome.of(Map.of(), "ledger", "verify", "--export", folder + "/empty"), "is not a whole export");
        assertRefused(Outcome.of(Map.of(), "ledger", "verify", "--export", folder + "/gone"), "is not there");
        assertRefused(
                Outcome.of(Map.of(), "ledger", "verify", "--export", folder + "/gone", "--threads", "0"),
                "--threads must be 1 to 256");
    }

    @Test
    void aProofNeedsAnIdAndAKey() throws IOException {
        assertRefused(ledger("prove"), "say the id of a record");
        Path file = Files.writeString(folder.resolve("proof"), "{}");
        assertRefused(ledger("prove", "--check", file.toString()), "say --key FILE");
        Outcome none = ledger("prove", "00000000-0000-4000-8000-000000000000");
        assertThat(none.errors()).contains("no checkpoint covers a record or a run");
        assertThat(none.exitCode()).isEqualTo(1);
    }

    private static void assertRefused(Outcome outcome, String told) {
        assertThat(outcome.errors()).contains(told);
        assertThat(outcome.errors().lines()).hasSize(1);
        assertThat(outcome.exitCode()).isEqualTo(2);
    }

    private static Outcome ledger(String... arguments) {
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        return Outcome.of(
                Map.of(
                        "WRIT_DB_URL",
                        access.url(),
                        "WRIT_DB_AUDITOR_PASSWORD",
                        access.auditor().password()),
                all.toArray(String[]::new));
    }
}
