package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.Writ;
import io.writ.cli.server.FreePort;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's first command, but for the build before it. */
class DemoIT {

    @TempDir
    private Path data;

    @Test
    void theDemoKeepsItsPromisesOnAnEmptyMachine() {
        StringWriter printed = new StringWriter();

        int exitCode = Writ.commandLine(Map.of())
                .setOut(new PrintWriter(printed, true))
                .setErr(new PrintWriter(printed, true))
                .execute(
                        "demo",
                        "--once",
                        "--server",
                        TestServer.ROOT.resolve("app/target/liberty/wlp").toString(),
                        "--root",
                        TestServer.ROOT.toString(),
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(FreePort.any()));

        assertThat(exitCode).as(printed.toString()).isZero();
        assertThat(printed.toString())
                .contains("SUPPORTED", "INSUFFICIENT_PERMISSION", "INSUFFICIENT_EVIDENCE", "PROVEN.", "intact")
                .doesNotContain("DIFFERS");
    }
}
