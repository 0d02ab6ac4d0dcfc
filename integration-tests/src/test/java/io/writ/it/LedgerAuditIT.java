package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.cli.server.LocalInstance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An auditor at work: exports, audits without the database, proves single records, and watches the log. */
class LedgerAuditIT {

    private static final Path KEY = TestServer.ROOT.resolve("integration-tests/target/instances/shared/ledger-key");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final LocalInstance server = TestServer.shared();
    private final Api dev = Api.of(server, "dev");

    @TempDir
    private Path folder;

    @Test
    void aServersLogIsExportedAuditedAndProvenRecordByRecord() throws IOException {
        OpenSession session = OpenSession.open(dev);
        String record = new Records(server.database())
                .texts("select decision_id::text from writ.decision where session_id = ?", session.id())
                .getFirst();
        covered(record);

        String export = folder.resolve("log.tar").toString();
        assertThat(ledger("export", "--to", export).exitCode()).isZero();
        Command audit = ledger("verify", "--export", export, "--key", KEY.toString());
        assertThat(audit.output())
                .startsWith("The ledger is intact, as far as it was checked. NOT checked: evidence and policy inputs")
                .contains("signatures checked");

        for (List<String> source : List.of(
                List.of(record, "--url", url(server), "--as", "auditor", "--token", server.secret()),
                List.of(record, "--export", export),
                List.of(record),
                List.of(session.id(), "--export", export))) {
            Path proof = folder.resolve("proof-" + source.hashCode());
            List<String> arguments = new ArrayList<>(List.of("prove", "--to", proof.toString()));
            arguments.addAll(source);
            assertThat(ledger(arguments.toArray(String[]::new)).exitCode()).isZero();

            Command checked = ledger("prove", "--check", proof.toString(), "--key", KEY.toString());

            assertThat(checked.output())
                    .as("%s", source)
                    .contains("Record " + record)
                    .contains("ok   leaf: ")
                    .endsWith("Proven.\n");
            Files.writeString(proof, Files.readString(proof).replace("\"seq\":", "\"seq\":1"));
            Command broken = ledger("prove", "--check", proof.toString(), "--key", KEY.toString());
            assertThat(broken.output()).contains("FAIL entry: ").endsWith("NOT proven.\n");
            assertThat(broken.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void aSecondDatabaseBehindTheSameUrlIsAShrinkAndThenAFork() {
        OpenSession.open(dev);
        OpenSession.open(dev);
        Patience.await(
                PATIENCE, "the tree did not grow", () -> dev.get("/checkpoint").status() == 200);
        try (CuttableWire wire = CuttableWire.to(server.server().base().getPort());
                LocalInstance forked = TestServer.start("forked", Map.of("WRIT_LEDGER_KEY", KEY.toString()))) {
            assertThat(watch(wire, server).output()).contains("begun");
            OpenSession.open(dev);
            assertThat(watch(wire, server).exitCode()).isZero();
            long seen = size(dev);

            wire.turn(forked.server().base().getPort());
            Api other = Api.of(forked, "dev");
            OpenSession.open(other);
            Patience.await(
                    PATIENCE,
                    "the other tree did not grow",
                    () -> other.get("/checkpoint").status() == 200);
            Command shrunk = watch(wire, forked);
            assertThat(shrunk.output()).contains("ALARM shrink");
            assertThat(shrunk.exitCode()).isEqualTo(4);

            Patience.await(PATIENCE, "the other tree did not overtake", () -> {
                OpenSession.open(other);
                return size(other) > seen;
            });
            Command fork = watch(wire, forked);
            assertThat(fork.output()).containsPattern("ALARM fork: the log did not grow from size \\d+");
            assertThat(fork.exitCode()).isEqualTo(3);

            wire.cut();
            assertThat(watch(wire, server).exitCode()).isEqualTo(2);
            wire.turn(server.server().base().getPort());
            assertThat(watch(wire, server).exitCode())
                    .as("the true log is still followed")
                    .isZero();
        }
    }

    private Command watch(CuttableWire wire, LocalInstance asked) {
        return ledger(
                "watch",
                "http://127.0.0.1:" + wire.port(),
                "--once",
                "--token",
                asked.secret(),
                "--key",
                KEY.toString(),
                "--state",
                folder.resolve("watch.checkpoint").toString());
    }

    private Command ledger(String... arguments) {
        List<String> all = new ArrayList<>(List.of("ledger"));
        all.addAll(List.of(arguments));
        return Command.run(server.database(), all.toArray(String[]::new));
    }

    private void covered(String record) {
        String path = "/v1/ledger/proofs/inclusion?decision_id=" + record;
        Patience.await(PATIENCE, "the tree did not grow", () -> dev.get(path).status() == 200);
    }

    private static long size(Api caller) {
        return Long.parseLong(
                caller.get("/checkpoint").text().lines().skip(1).findFirst().orElseThrow());
    }

    private static String url(LocalInstance instance) {
        return instance.server().base().toString();
    }
}
