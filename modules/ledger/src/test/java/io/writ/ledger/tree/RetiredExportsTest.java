package io.writ.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerRetention;
import io.writ.ledger.MigratedPostgres;
import io.writ.ledger.Verdict;
import io.writ.ledger.VerificationReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies were retired; an export of a part of the log cannot tell whether all of them are, and does not say that it can. */
class RetiredExportsTest {

    private static final String NOT_COMPARED = "whether exactly those records are gone that notices name as retired";

    private static MigratedPostgres postgres;
    private static OldMonths months;

    @TempDir
    private Path folder;

    @BeforeAll
    static void retire() throws Exception {
        postgres = MigratedPostgres.start();
        months = OldMonths.in(postgres);
        months.sequence();
        new LedgerRetention(postgres.asOwner(), Clock.systemUTC()).retire(Instant.parse("2025-10-01T00:00:00Z"));
        months.sequence();
    }

    @AfterAll
    static void stop() throws Exception {
        postgres.close();
    }

    @Test
    void anExportOfEverythingTellsExactlyWhatWasRetired() {
        VerificationReport report = months.verifyExport(ExportOptions.WHOLE, folder);

        assertDisclosed(report);
        assertThat(report.retired()).isEqualTo(40);
        assertThat(report.unchecked()).containsExactly("evidence and policy inputs, which no export holds");
    }

    @Test
    void anExportForOneTenantMissesNothing() {
        VerificationReport report = months.verifyExport(
                new ExportOptions(0, Optional.empty(), new ExportOptions.Records.OfTenant("acme")), folder);

        assertDisclosed(report);
        assertThat(report.unchecked())
                .contains(NOT_COMPARED, "records of other tenants than acme, and whether those of acme are all here");
    }

    @Test
    void anExportWithoutBodiesMissesNothing() {
        VerificationReport report =
                months.verifyExport(new ExportOptions(0, Optional.empty(), new ExportOptions.Records.None()), folder);

        assertDisclosed(report);
        assertThat(report.unchecked()).contains(NOT_COMPARED, "records");
    }

    @Test
    void aStretchWithTheNoticeAndWithoutTheRecordsMissesNothing() {
        VerificationReport report =
                months.verifyExport(new ExportOptions(41, Optional.empty(), new ExportOptions.Records.All()), folder);

        assertDisclosed(report);
        assertThat(report.unchecked())
                .contains(NOT_COMPARED, "what was before size 41")
                .noneMatch(phrase -> phrase.contains("no checkpoint covers"));
    }

    @Test
    void aStretchWithoutTheNoticeCannotTellWhatIsMissing() {
        VerificationReport report =
                months.verifyExport(new ExportOptions(0, Optional.of(41L), new ExportOptions.Records.All()), folder);

        assertThat(report.verdict()).isEqualTo(Verdict.UNVERIFIABLE);
        assertThat(report.firstOffence().orElseThrow().sentence())
                .endsWith("is missing; whether a later notice says that it was retired, is not in here");
    }

    private static void assertDisclosed(VerificationReport report) {
        assertThat(report.sentences()).singleElement().asString().contains("40 records from 2025-08-01");
        assertThat(report.verdict()).isEqualTo(Verdict.GAP_DISCLOSED);
    }
}
