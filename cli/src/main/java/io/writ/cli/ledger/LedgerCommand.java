package io.writ.cli.ledger;

import io.writ.cli.Environment;
import java.time.Clock;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about the ledger. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Checks, exports, proves and watches the ledger, retires old bodies, and keeps its keys.")
public final class LedgerCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    /** All commands about the ledger. */
    public static CommandLine group(Environment environment, Clock clock, RandomGenerator random) {
        return new CommandLine(new LedgerCommand())
                .addSubcommand("verify", new VerifyLedgerCommand(environment, clock))
                .addSubcommand("export", new ExportLedgerCommand(environment, clock))
                .addSubcommand("prove", new ProveLedgerCommand(environment))
                .addSubcommand("watch", new WatchLedgerCommand(environment, clock))
                .addSubcommand("retain", new RetainCommand(environment, clock))
                .addSubcommand("retire-anchor", new RetireAnchorCommand(environment))
                .addSubcommand("mint-key", new MintKeyCommand())
                .addSubcommand("witness-key", new WitnessKeyCommand())
                .addSubcommand("restart", new RestartLedgerCommand(environment, clock, random));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the ledger");
    }
}
