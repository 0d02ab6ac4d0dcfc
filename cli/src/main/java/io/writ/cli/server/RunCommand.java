package io.writ.cli.server;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Starts a server, on an embedded database or on the one that WRIT_DB_URL names, and stays up. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Starts the server and stays up until Ctrl-C.",
            "Without WRIT_DB_URL it starts an embedded PostgreSQL with the sample company;",
            "with it, the server uses that database, which ./writ migrate prepared."
        })
public final class RunCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private InstanceOptions options = new InstanceOptions();

    public RunCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        OpaPreflight.check(environment.variables());
        return environment.value("WRIT_DB_URL").isPresent() ? onExternalDatabase() : onEmbeddedDatabase();
    }

    private int onEmbeddedDatabase() {
        PrintWriter out = spec.commandLine().getOut();
        InstanceSettings settings = options.settings(environment);
        try (LocalInstance instance = LocalInstance.start(settings, new Progress(out))) {
            Welcome.print(out, instance.server().base(), settings.secretFile());
            return untilStopped(instance.server(), instance::close);
        }
    }

    private int onExternalDatabase() {
        PrintWriter out = spec.commandLine().getOut();
        int port = options.port();
        Map<String, String> variables = ServerVariables.of(options.root(), environment.variables());
        variables.put("WRIT_HTTP_PORT", Integer.toString(port));
        variables.put(
                "WRIT_LOCAL_AUTH_SHARED_SECRET",
                LocalSecret.in(options.data().resolve("local-secret"), environment.variables()));
        try (ServerProcess server = ServerProcess.start(
                options.server(), options.data().resolve("server"), variables, InstanceSettings.QUICK_START)) {
            new Progress(out).during("Starting Open Liberty on port " + port, () -> {
                server.awaitReady(ServerProcess.READY_TIMEOUT);
                return server;
            });
            Welcome.print(out, server.base(), options.data().resolve("local-secret"));
            return untilStopped(server, server::close);
        } catch (IllegalStateException notReady) {
            throw new CommandFailure(String.valueOf(notReady.getMessage()), notReady);
        }
    }

    /** Ctrl-C ends the process; the hook stops the children first. */
    static int untilStopped(ServerProcess server, Runnable stop) {
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        try {
            return server.awaitEnd() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.OK;
        }
    }
}
