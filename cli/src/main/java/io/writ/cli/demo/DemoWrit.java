package io.writ.cli.demo;

import io.writ.cli.server.InstanceSettings;
import io.writ.cli.verify.TrustedKeys;
import io.writ.cli.verify.WritPage;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Takes an answer home: downloads its writ, verifies it as anybody could, and says how to do so again. */
final class DemoWrit {

    private final DemoClient client;
    private final InstanceSettings settings;
    private final PrintWriter out;

    DemoWrit(DemoClient client, InstanceSettings settings, PrintWriter out) {
        this.client = client;
        this.settings = settings;
        this.out = out;
    }

    /** Empty when the writ is proven. */
    List<String> differences(String principal, String session) {
        String writ = client.writ(principal, session);
        Path file = settings.data().resolve("writ-" + session + ".json");
        try {
            Files.writeString(file, writ);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("keeping the writ in " + file, unwritable);
        }
        TrustedKeys trusted = TrustedKeys.in(settings.ledgerKeyFile());
        WritReport report = new WritVerifier(trusted.logs(), List.of()).verify(writ.getBytes(StandardCharsets.UTF_8));
        out.println("   the writ of this answer, verified offline (./writ verify " + file + "):");
        new WritPage(report, trusted.words()).text().lines().forEach(line -> out.println("     " + line));
        return report.verdict() == WritReport.Verdict.PROVEN
                ? List.of()
                : List.of("the writ of the answer is not proven");
    }
}
