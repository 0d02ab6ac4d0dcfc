package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.database.Login;
import io.writ.ledger.tree.Sequencing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that sequences and does nothing else, so that it can be killed and frozen. */
public final class SequencerProcess implements AutoCloseable {

    private final String name;
    private final Process process;

    private SequencerProcess(String name, Process process) {
        this.name = name;
        this.process = process;
    }

    /** What the process itself does; secrets come by the environment. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        Login login =
                new Login(environment.getOrDefault("BENCH_USER", ""), environment.getOrDefault("BENCH_PASSWORD", ""));
        Sequencing.start(
                login.at(environment.getOrDefault("BENCH_URL", "")),
                environment.getOrDefault("BENCH_KEY", ""),
                WithTree.CYCLE);
    }

    /** Starts one; its name is that of its database session. */
    static SequencerProcess start(String name, DatabaseAccess access, String key, Path log) {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SequencerProcess.class.getName());
        builder.environment()
                .putAll(Map.of(
                        "BENCH_URL",
                        access.url() + "?ApplicationName=" + name,
                        "BENCH_USER",
                        access.sequencer().user(),
                        "BENCH_PASSWORD",
                        access.sequencer().password(),
                        "BENCH_KEY",
                        key));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return new SequencerProcess(name, builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException("starting a sequencer", failed);
        }
    }

    String name() {
        return name;
    }

    /** Kill -9. */
    void kill() {
        process.destroyForcibly();
    }

    void freeze() {
        signal("STOP");
    }

    void thaw() {
        signal("CONT");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder(List.of("kill", "-" + signal, Long.toString(process.pid())))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
        } catch (IOException failed) {
            throw new UncheckedIOException("sending " + signal, failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
