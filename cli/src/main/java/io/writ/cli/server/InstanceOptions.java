package io.writ.cli.server;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that {@code demo} and {@code run} share. */
public final class InstanceOptions {

    private static final int PORT_DEFAULT = 8080;

    @Option(names = "--server", required = true, hidden = true, description = "The built server.")
    private Path server = Path.of("app/target/liberty/wlp");

    @Option(names = "--root", required = true, hidden = true, description = "The checkout.")
    private Path root = Path.of(".");

    @Option(
            names = "--port",
            defaultValue = "${env:WRIT_HTTP_PORT:-8080}",
            description = "Loopback port of the server (default: 8080, or WRIT_HTTP_PORT).")
    private int port = PORT_DEFAULT;

    @Option(
            names = "--data",
            description = "Where database, secret and logs are kept (default: .writ in the checkout).")
    private Path data = Path.of("");

    public ServerHome server() {
        try {
            return new ServerHome(server);
        } catch (IllegalArgumentException missing) {
            throw new CommandFailure(String.valueOf(missing.getMessage()), missing);
        }
    }

    public Path root() {
        return root.toAbsolutePath().normalize();
    }

    public Path data() {
        return data.toString().isEmpty()
                ? root().resolve(".writ")
                : data.toAbsolutePath().normalize();
    }

    /** The port, if it is free. */
    public int port() {
        if (FreePort.isTaken(port)) {
            throw new CommandFailure(
                    "port " + port + " is taken; stop what listens there, or choose another with --port");
        }
        return port;
    }

    /** An instance of these options that starts quickly. */
    public InstanceSettings settings(Environment environment) {
        return new InstanceSettings(
                server(), root(), data(), port(), environment.variables(), InstanceSettings.QUICK_START);
    }
}
