package io.writ.it;

import io.writ.cli.server.FreePort;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.LocalInstance;
import io.writ.cli.server.Progress;
import io.writ.cli.server.ServerHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts instances from what the build laid out; one of them is shared by all tests that do it no harm. */
final class TestServer {

    static final Path ROOT =
            Path.of(System.getProperty("writ.root", "..")).toAbsolutePath().normalize();

    private static final Object LOCK = new Object();

    private TestServer() {}

    /** Lazily started, stopped when the tests end. */
    private static final class Shared {
        static final LocalInstance INSTANCE = start("shared", Map.of());

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(INSTANCE::close));
        }

        private Shared() {}
    }

    static LocalInstance shared() {
        synchronized (LOCK) {
            return Shared.INSTANCE;
        }
    }

    /** An instance of one's own, with rate limits lifted unless the environment says otherwise. */
    static LocalInstance start(String name, Map<String, String> environment) {
        return start(name, environment, List.of());
    }

    /** The same, with more options for the server's JVM. */
    static LocalInstance start(String name, Map<String, String> environment, List<String> javaOptions) {
        List<String> options = new ArrayList<>(InstanceSettings.QUICK_START);
        options.addAll(javaOptions);
        Map<String, String> all = new HashMap<>();
        for (String limit : new String[] {"SESSIONS", "OPERATORS", "FINALIZE", "RUN", "POLICY"}) {
            all.put("WRIT_RATE_LIMIT_" + limit + "_PER_WINDOW", "0");
        }
        all.putAll(environment);
        var settings = new InstanceSettings(
                new ServerHome(ROOT.resolve("app/target/liberty/wlp")),
                ROOT,
                emptyFolder(ROOT.resolve("integration-tests/target/instances/" + name)),
                FreePort.any(),
                all,
                options);
        return LocalInstance.start(settings, new Progress(new PrintWriter(System.out, true, StandardCharsets.UTF_8)));
    }

    private static Path emptyFolder(Path folder) {
        try {
            if (Files.exists(folder)) {
                try (var files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException undeletable) {
            throw new UncheckedIOException("emptying " + folder, undeletable);
        }
    }
}
