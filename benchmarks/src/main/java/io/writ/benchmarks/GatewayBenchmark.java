package io.writ.benchmarks;

import io.writ.benchmarks.load.FetchRowsCaller;
import io.writ.benchmarks.load.Figures;
import io.writ.benchmarks.load.Load;
import io.writ.benchmarks.load.RunCaller;
import io.writ.cli.database.DatabaseAccess;
import io.writ.cli.server.FreePort;
import io.writ.cli.server.InstanceSettings;
import io.writ.cli.server.LocalInstance;
import io.writ.cli.server.Progress;
import io.writ.cli.server.ServerHome;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Governed calls beside a plain insert.
 *
 * <p>Method: one database, one server, this load driver, all on this machine. Each round measures the baseline, then
 * {@code fetch_rows}, then {@code run}, at the same number of callers, in windows of the same length; ratios are formed
 * inside a round and the median over rounds is printed. Round trips are counted afterwards, by a proxy between server
 * and database, because a proxy costs time.
 */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "fetch_rows and run at 1, 16 and 64 callers, as ratios to a durable one-row insert.")
final class GatewayBenchmark implements Callable<Integer> {

    /** The compiler needs tens of thousands of calls; what is measured before says more about it than about us. */
    private static final Duration WARM_UP_FETCH_ROWS = Duration.ofSeconds(40);

    private static final Duration WARM_UP_RUNS = Duration.ofSeconds(20);
    private static final int COUNTED_CALLS = 50;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", required = true, hidden = true)
    private Path server = Path.of("app/target/liberty/wlp");

    @Option(names = "--root", required = true, hidden = true)
    private Path root = Path.of(".");

    @Option(names = "--seconds", defaultValue = "4", description = "Length of one window (default: ${DEFAULT-VALUE}).")
    private int seconds = 4;

    @Option(names = "--rounds", defaultValue = "3", description = "Rounds per point (default: ${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(
            names = "--callers",
            split = ",",
            defaultValue = "1,16,64",
            description = "Concurrent callers (default: ${DEFAULT-VALUE}).")
    private List<Integer> callers = List.of(1, 16, 64);

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Progress progress = new Progress(out);
        try (LocalInstance instance = LocalInstance.start(settings(), progress)) {
            InsertBaseline.prepare(instance.database().asOwner());
            progress.during("Warming up", () -> warmUp(instance));
            List<GatewayPoint> points = new ArrayList<>();
            for (int count : callers) {
                points.add(progress.during(count + " callers, " + rounds + " rounds", () -> measure(instance, count)));
            }
            RoundTrips trips = progress.during("Counting round trips", () -> countTrips(instance));
            GatewayReport.print(out, points, trips);
        }
        return 0;
    }

    private InstanceSettings settings() {
        Map<String, String> environment = new HashMap<>();
        for (String limit : List.of("SESSIONS", "OPERATORS", "FINALIZE", "RUN", "POLICY")) {
            environment.put("WRIT_RATE_LIMIT_" + limit + "_PER_WINDOW", "0");
        }
        return new InstanceSettings(
                new ServerHome(server),
                root,
                root.toAbsolutePath().resolve(".writ/bench"),
                FreePort.any(),
                environment,
                InstanceSettings.THROUGHPUT);
    }

    private Figures warmUp(LocalInstance instance) {
        Load.run(16, WARM_UP_FETCH_ROWS, fetchRows(instance));
        return Load.run(16, WARM_UP_RUNS, runs(instance));
    }

    private GatewayPoint measure(LocalInstance instance, int count) {
        Duration window = Duration.ofSeconds(seconds);
        DatabaseAccess database = instance.database();
        List<GatewayRound> measured = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            Figures baseline = Load.run(count, window, _ -> new InsertBaseline(database.asOwner()));
            Figures fetchRows = Load.run(count, window, fetchRows(instance));
            Figures runs = Load.run(count, window, runs(instance));
            measured.add(new GatewayRound(baseline, fetchRows, runs));
        }
        return new GatewayPoint(count, measured);
    }

    private static RoundTrips countTrips(LocalInstance instance) {
        int databasePort = URI.create(instance.database().url().substring("jdbc:".length()))
                .getPort();
        try (TurnCountingProxy proxy = TurnCountingProxy.before(databasePort)) {
            instance.restartServer(url -> url.replace(":" + databasePort + "/", ":" + proxy.port() + "/"));
            return new RoundTrips(
                    tripsPerCall(proxy, fetchRows(instance).apply(0)),
                    tripsPerCall(proxy, runs(instance).apply(0)));
        }
    }

    private static double tripsPerCall(TurnCountingProxy proxy, Load.CallerLoop loop) {
        try (loop) {
            // The first calls open the session, fill caches and prepare statements.
            for (int call = 0; call < COUNTED_CALLS; call++) {
                loop.callOnce();
            }
            long before = proxy.turns();
            for (int call = 0; call < COUNTED_CALLS; call++) {
                loop.callOnce();
            }
            return (proxy.turns() - before) / (double) COUNTED_CALLS;
        } catch (Exception failed) {
            throw new IllegalStateException("counting round trips", failed);
        }
    }

    private static IntFunction<Load.CallerLoop> fetchRows(LocalInstance instance) {
        int port = instance.server().base().getPort();
        return _ -> new FetchRowsCaller(port, instance.secret());
    }

    private static IntFunction<Load.CallerLoop> runs(LocalInstance instance) {
        int port = instance.server().base().getPort();
        return _ -> new RunCaller(port, instance.secret());
    }
}
