package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import io.writ.ledger.proof.SealKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writs that are chained, proven and signed, and say nonsense: command and page refuse them in the same words. */
class HostileWritsIT {

    private static final Path FOLDER = TestServer.ROOT.resolve("integration-tests/src/test/resources/hostile-writs");

    @TempDir
    private Path folder;

    @Test
    void thePageNamesTheSameFaultAsTheCommand() throws IOException {
        String key = Files.readString(FOLDER.resolve("key")).strip();
        var command = new WritVerifier(List.of(SealKey.parse(key)), List.of());
        try (VerifyPage page = VerifyPage.open(folder)) {
            page.load(VerifyPage.FILE.toUri().toString());
            page.type(key);
            for (Path hostile : writs()) {
                byte[] writ = Files.readAllBytes(hostile);
                WritReport report = command.verify(writ);
                assertThat(report.verdict()).as(hostile.toString()).isEqualTo(WritReport.Verdict.BROKEN);
                assertThat(page.result(writ))
                        .as(hostile.toString())
                        .startsWith("Does not hold")
                        .contains(
                                report.found().getFirst().sentence(),
                                report.found().getFirst().fault().code());
            }
        }
    }

    private static List<Path> writs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<Path> writs = files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
            assertThat(writs).hasSizeGreaterThan(9);
            return writs;
        }
    }
}
