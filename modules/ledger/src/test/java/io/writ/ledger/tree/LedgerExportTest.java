package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.writ.ledger.AnchorReport;
import io.writ.ledger.AttachmentReport;
import io.writ.ledger.CompletenessReport;
import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.TreeReport;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A log goes to files and is verified there as it is in the database. */
class LedgerExportTest {

    private static final int ALL = GrownLog.SIZE + GrownLog.TAIL;

    private static GrownLog log;

    @TempDir
    private Path folder;

    @BeforeAll
    static void grow() throws Exception {
        log = GrownLog.grow();
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"log, 1", "log, 3", "log.tar, 1", "log.tar, 3"})
    void anExportIsVerifiedAsTheDatabaseIs(String name, int threads) {
        LedgerExport.Written written = export(name, ExportOptions.WHOLE);

        VerificationReport report = GrownLog.ofExport(folder.resolve(name), threads);

        assertThat(report.sentences()).isEmpty();
        assertThat(report.unchecked())
                .containsExactly(
                        "evidence and policy inputs, which no export holds",
                        "4 entries that no checkpoint covers yet: whoever has the database could have written them");
        assertThat(report)
                .usingRecursiveComparison()
                .ignoringFields("unchecked")
                .isEqualTo(GrownLog.ofDatabase(log.postgres().asAuditor(), threads));
        assertThat(report)
                .isEqualTo(new VerificationReport(
                        2,
                        ALL,
                        ALL,
                        0,
                        new TreeReport(GrownLog.SIZE, 5, true),
                        AttachmentReport.NONE,
                        new CompletenessReport(0, 0, 0, 0),
                        AnchorReport.NONE,
                        report.unchecked(),
                        report.findings(),
                        0));
        assertThat(written.entries()).isEqualTo(ALL);
        assertThat(written.records()).isEqualTo(ALL);
        assertThat(written.treeSize()).isEqualTo(GrownLog.SIZE);
        assertThat(folder).isDirectoryNotContaining("glob:**.partial");
    }

    @Test
    void anAuditorOfOneTenantGetsTheHashesOfAllAndHisOwnRecords() throws IOException {
        export("theirs", new ExportOptions(0, Optional.empty(), new ExportOptions.Records.OfTenant("globex")));
        export("ours", new ExportOptions(0, Optional.empty(), new ExportOptions.Records.OfTenant("acme")));

        VerificationReport theirs = GrownLog.ofExport(folder.resolve("theirs"), 1);

        assertThat(theirs.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(theirs.sentences())
                .containsExactly(
                        "manifest.json: there is no record of tenant globex in it: that shows nothing of globex");
        assertThat(theirs.entries()).isEqualTo(ALL);
        assertThat(theirs.records()).isZero();
        assertThat(Files.exists(folder.resolve("theirs/records-000001.bin"))).isFalse();
        VerificationReport ours = GrownLog.ofExport(folder.resolve("ours"), 1);
        assertThat(ours.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(ours.records()).isEqualTo(ALL);
        assertThat(ours.unchecked())
                .contains("records of other tenants than acme, and whether those of acme are all here");
        assertThat(LedgerExport.contents(folder.resolve("ours")).bodies()).isEqualTo("those of tenant acme only");
    }

    @Test
    void anExportWithoutRecordsStillProvesChainsAndTree() {
        export("hashes", new ExportOptions(0, Optional.empty(), new ExportOptions.Records.None()));

        VerificationReport report = GrownLog.ofExport(folder.resolve("hashes"), 1);

        assertThat(report.verdict()).isEqualTo(Verdict.INTACT);
        assertThat(report.records()).isZero();
        assertThat(report.tree().leaves()).isEqualTo(GrownLog.SIZE);
    }

    @ParameterizedTest
    @CsvSource({"0, 120, 120, 2", "120, 240, 120, 3", "60, 300, 240, 5"})
    void aStretchBetweenTwoCheckpointsIsVerifiedOnItsOwn(long from, long to, long leaves, long checkpoints) {
        export("stretch", new ExportOptions(from, Optional.of(to), new ExportOptions.Records.All()));

        VerificationReport report = GrownLog.ofExport(folder.resolve("stretch"), 2);

        assertThat(report.sentences()).isEmpty();
        assertThat(report.entries()).isEqualTo(leaves);
        assertThat(report.records()).isEqualTo(leaves);
        assertThat(report.tree()).isEqualTo(new TreeReport(leaves, checkpoints, true));
    }

    @Test
    void aStretchBeginsAndEndsAtCheckpoints() {
        assertThatThrownBy(() -> export("x", new ExportOptions(61, Optional.empty(), new ExportOptions.Records.All())))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("no checkpoint has the size 61, the newest has 300");
        assertThatThrownBy(() -> export("x", new ExportOptions(300, Optional.empty(), new ExportOptions.Records.All())))
                .isInstanceOf(LedgerException.class)
                .hasMessageStartingWith("nothing was added since size 300");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anExportNeverOverwritesAndNeverRunsIntoAnother() throws IOException {
        Files.writeString(folder.resolve("precious"), "mine");
        assertThatThrownBy(() -> export("precious", ExportOptions.WHOLE)).hasMessageContaining("is there already");

        Files.createDirectory(folder.resolve("log.partial"));
        assertThatThrownBy(() -> export("log", ExportOptions.WHOLE))
                .hasMessageContaining("log.partial is there: another export is being written, or one was broken off");
        assertThatThrownBy(() -> export("nowhere/log", ExportOptions.WHOLE)).hasMessageContaining("no folder");
        assertThat(folder.resolve("precious")).hasContent("mine");
    }

    @Test
    void anExportThatWasBrokenOffIsRecognised() throws IOException {
        export("log", ExportOptions.WHOLE);
        Files.delete(folder.resolve("log/manifest.json"));

        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("log"), 1))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("is not a whole export: it has no manifest.json");
        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("nothing"), 1))
                .hasMessageContaining("is not there");
    }

    @Test
    void whoSeesOneTenantCannotExport() {
        var app = new LedgerExport(log.postgres().asApp(), Clock.systemUTC(), _ -> {});

        assertThatThrownBy(() -> app.write(folder.resolve("log"), ExportOptions.WHOLE))
                .hasMessageContaining("export as the auditor");
    }

    @Test
    void aForeignTarOrManifestIsRefusedWithAReason() throws IOException {
        Files.write(folder.resolve("noise.tar"), "x".repeat(2000).getBytes(StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("noise.tar"), 1))
                .hasMessageContaining("the tar file is damaged");

        export("log", ExportOptions.WHOLE);
        var files = new ExportedFiles(folder.resolve("log"));
        String text = files.manifest().toString();
        Files.writeString(folder.resolve("log/manifest.json"), text.replace("ledger-export/v1", "ledger-export/v9"));
        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("log"), 1))
                .hasMessageContaining("written by another version");
        Files.writeString(folder.resolve("log/manifest.json"), text.replace("entries-000001", "../../etc/000001"));
        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("log"), 1))
                .hasMessageContaining("a file that no export has");
        Files.writeString(folder.resolve("log/manifest.json"), text + text);
        assertThatThrownBy(() -> GrownLog.ofExport(folder.resolve("log"), 1)).hasMessageContaining("malformed");
    }

    private LedgerExport.Written export(String name, ExportOptions options) {
        return new LedgerExport(log.postgres().asAuditor(), Clock.systemUTC(), _ -> {})
                .write(folder.resolve(name), options);
    }
}
