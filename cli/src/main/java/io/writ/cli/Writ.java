package io.writ.cli;

import io.writ.cli.database.MigrateCommand;
import io.writ.cli.demo.DemoCommand;
import io.writ.cli.erasure.EraseCommand;
import io.writ.cli.ledger.LedgerCommand;
import io.writ.cli.policy.PolicyCommand;
import io.writ.cli.server.RunCommand;
import io.writ.cli.verify.VerifyWritCommand;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command. */
@Command(
        name = "writ",
        mixinStandardHelpOptions = true,
        version = "writ 0.1.0",
        description = "Installs, checks and tries a Writ runtime.")
public final class Writ {

    private Writ() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(System.getenv()).execute(arguments));
    }

    /** All commands over the given environment variables. */
    public static CommandLine commandLine(Map<String, String> variables) {
        var environment = new Environment(variables);
        return new CommandLine(new Writ())
                .addSubcommand("migrate", new MigrateCommand(environment))
                .addSubcommand("erase", new EraseCommand(environment, Clock.systemUTC(), new SecureRandom()))
                .addSubcommand("demo", new DemoCommand(environment))
                .addSubcommand("policy", PolicyCommand.group(environment, Clock.systemUTC()))
                .addSubcommand("run", new RunCommand(environment))
                .addSubcommand("verify", new VerifyWritCommand())
                .addSubcommand("ledger", LedgerCommand.group(environment, Clock.systemUTC(), new SecureRandom()))
                .setExecutionExceptionHandler(Writ::explain);
    }

    /** What a user can act on is one line; a stack trace is for bugs. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result) {
        if (failure instanceof CommandFailure) {
            command.getErr().println("writ: " + TerminalText.block(String.valueOf(failure.getMessage())));
            return ExitCode.CANNOT_RUN;
        }
        failure.printStackTrace(command.getErr());
        return ExitCode.CANNOT_RUN;
    }
}
