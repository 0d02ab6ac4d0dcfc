package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.ExportOptions;
import io.writ.ledger.Finding;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody changes the files of an export, and the manifest with them; the auditor finds it without a database. */
class TamperedExportTest {

    private static GrownLog log;

    @TempDir
    private Path folder;

    private ExportedFiles files;

    @BeforeAll
    static void grow() throws Exception {
        log = GrownLog.grow();
    }

    @AfterAll
    static void stop() throws Exception {
        log.close();
    }

    @BeforeEach
    void export() {
        new LedgerExport(log.postgres().asAuditor(), Clock.systemUTC(), _ -> {})
                .write(folder.resolve("log"), ExportOptions.WHOLE);
        files = new ExportedFiles(folder.resolve("log"));
    }

    @Test
    void aChangedByteIsFoundByTheManifestAndNamedByTheLog() throws IOException {
        byte[] records = files.records();
        records[records.length - 5] ^= 1;
        files.records(records);

        assertFound(
                Verdict.FORKED,
                "records-000001.bin: its SHA-256 is not that of the manifest: it was changed after"
                        + " it was exported");
        files.vouch();
        assertFound(Verdict.FORKED, "lane 2, entry 152: its record " + id(2, 152) + " is not the one that was hashed");
    }

    @Test
    void everyByteOfAnEntryCounts() throws IOException {
        byte[] untouched = files.entries();
        int at = ExportedFiles.at(1, 7);
        for (int offset = 0; offset < ExportedFiles.ENTRY; offset++) {
            byte[] entries = untouched.clone();
            entries[at + offset] ^= 1;
            files.entries(entries);
            files.vouch();
            // The last sixteen bytes are the record's id: no part of the hash, but it has to be that of the record.
            assertThat(verify().verdict().holds()).as("byte %d", offset).isFalse();
        }
    }

    @Test
    void deletedNewestEntriesAreTruncated() throws IOException {
        byte[] entries = files.entries();
        // All of lane 2 after entry 148: the tail that is in no tree, and two leaves.
        files.entries(Arrays.copyOf(entries, ExportedFiles.at(2, 149)));
        files.vouch();

        assertFound(
                Verdict.TRUNCATED,
                "lane 2, entry 149: it is missing and was leaf 298, the newest checkpoint" + " covers 300 leaves");
    }

    @Test
    void anEntryDeletedInTheMiddleIsAHole() throws IOException {
        files.entries(without(files.entries(), ExportedFiles.at(1, 50)));
        files.vouch();

        assertFound(Verdict.GAP_UNDISCLOSED, "lane 1, entry 50: it is missing, the next one is 51");
    }

    @Test
    void aDeletedRecordIsMissed() throws IOException {
        byte[] records = files.records();
        int length = LaneRewriting.length(records, 0);
        files.records(Arrays.copyOfRange(records, length, records.length));
        files.vouch();

        assertFound(Verdict.GAP_UNDISCLOSED, "lane 1, entry 1: its record " + id(1, 1) + " is missing");
    }

    @Test
    void swappedEntriesDoNotFollow() throws IOException {
        byte[] entries = files.entries();
        int first = ExportedFiles.at(1, 20);
        int second = ExportedFiles.at(1, 21);
        byte[] kept = Arrays.copyOfRange(entries, first, first + ExportedFiles.ENTRY);
        System.arraycopy(entries, second, entries, first, ExportedFiles.ENTRY);
        System.arraycopy(kept, 0, entries, second, ExportedFiles.ENTRY);
        // Whoever swaps gives each the number of its new place.
        ByteBuffer.wrap(entries).putLong(first + 8, 20).putLong(second + 8, 21);
        files.entries(entries);
        files.vouch();

        assertFound(
                Verdict.FORKED,
                "lane 1, entry 20: its hash does not follow from the entry before, its kind and its" + " leaf");
    }

    @Test
    void aLaneThatWasRewrittenWithCorrectHashesIsNotTheOneUnderTheCheckpoint() throws IOException {
        new LaneRewriting(files).rewriteLane(1, 30);
        files.vouch();

        VerificationReport report = verify();
        assertThat(report.sentences()).containsExactly("checkpoint 60: its root is not that of the entries before it");
        assertThat(report.verdict()).isEqualTo(Verdict.FORKED);
    }

    @Test
    void aRemovedCheckpointIsMissed() throws IOException {
        var lines = files.lines("checkpoints-000001.jsonl");
        files.write(
                "checkpoints-000001.jsonl",
                (String.join("\n", lines.subList(0, 4)) + "\n").getBytes(StandardCharsets.UTF_8));
        files.vouch();

        assertFound(
                Verdict.TRUNCATED,
                "checkpoint 300: it is missing: the tree has 300 leaves and its newest" + " checkpoint covers 240");
    }

    @Test
    void aMissingFileIsNamedAndTheRestIsLookedAt() throws IOException {
        Files.delete(folder.resolve("log/records-000001.bin"));

        assertFound(
                Verdict.GAP_UNDISCLOSED,
                "records-000001.bin: it is missing, and the manifest says that it was" + " exported");
        assertThat(verify().sentences()).contains("lane 1, entry 1: its record " + id(1, 1) + " is missing");
    }

    @Test
    void aRecordThatClaimsMoreBytesThanThereAreIsDamage() throws IOException {
        byte[] records = files.records();
        ByteBuffer.wrap(records).putInt(LaneRewriting.LENGTH_AT, Integer.MAX_VALUE);
        files.records(records);
        files.vouch();
        assertFound(
                Verdict.FORKED,
                "records-000001.bin: it is damaged: records-000001.bin: a record of 2147483647"
                        + " bytes is none of ours");

        ByteBuffer.wrap(records).putInt(LaneRewriting.LENGTH_AT, records.length);
        files.records(records);
        files.vouch();
        assertFound(
                Verdict.FORKED,
                "records-000001.bin: it is damaged: records-000001.bin: it ends in the middle of a" + " record");
    }

    private void assertFound(Verdict verdict, String sentence) {
        VerificationReport report = verify();
        assertThat(report.findings())
                .filteredOn(finding -> finding.sentence().equals(sentence))
                .as("%s", report.sentences())
                .extracting(Finding::verdict)
                .containsExactly(verdict);
        assertThat(report.verdict()).isGreaterThanOrEqualTo(verdict);
    }

    private VerificationReport verify() {
        VerificationReport alone = GrownLog.ofExport(folder.resolve("log"), 1);
        assertThat(GrownLog.ofExport(folder.resolve("log"), 3)).isEqualTo(alone);
        return alone;
    }

    private static String id(int lane, int seq) {
        return log.entries().stream()
                .filter(entry -> entry.lane() == lane && entry.seq() == seq)
                .map(LedgerEntry::recordId)
                .findFirst()
                .orElseThrow()
                .toString();
    }

    private static byte[] without(byte[] entries, int at) {
        byte[] rest = new byte[entries.length - ExportedFiles.ENTRY];
        System.arraycopy(entries, 0, rest, 0, at);
        System.arraycopy(entries, at + ExportedFiles.ENTRY, rest, at, rest.length - at);
        return rest;
    }
}
