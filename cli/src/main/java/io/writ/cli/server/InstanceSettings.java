package io.writ.cli.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What one instance is made of.
 *
 * @param home the built server
 * @param root the checkout: configuration and sample documents are read from {@code config/}
 * @param data where the instance keeps its database, secret and logs
 * @param port loopback port of the server
 * @param environment the caller's variables; {@code WRIT_*} in it wins over every default
 * @param javaOptions options of the server's JVM
 */
public record InstanceSettings(
        ServerHome home, Path root, Path data, int port, Map<String, String> environment, List<String> javaOptions) {

    /** Quick start matters more than throughput, and a laptop has other things to do with its memory. */
    public static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    /** The default compiler, for measurements. */
    public static final List<String> THROUGHPUT = List.of("-Xms1g", "-Xmx1g", "-XX:+UseParallelGC");

    public InstanceSettings {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        environment = Map.copyOf(environment);
        javaOptions = List.copyOf(javaOptions);
    }

    /** Where the key of the ledger is kept. */
    public Path ledgerKeyFile() {
        return data.resolve("ledger-key");
    }

    /** Where the shared secret is kept. */
    public Path secretFile() {
        return data.resolve("local-secret");
    }
}
