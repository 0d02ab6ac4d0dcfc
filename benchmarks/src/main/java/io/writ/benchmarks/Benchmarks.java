package io.writ.benchmarks;

import io.writ.benchmarks.ledger.LedgerBenchmark;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** All benchmarks. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Writ on this machine; figures are ratios to a baseline of the same run.")
public final class Benchmarks {

    private Benchmarks() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmarks())
                .addSubcommand("gateway", new GatewayBenchmark())
                .addSubcommand("policy", new PolicyBenchmark())
                .addSubcommand("ledger", new LedgerBenchmark())
                .execute(arguments));
    }
}
