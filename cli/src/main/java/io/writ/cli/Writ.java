package io.writ.cli;

import io.writ.cli.database.MigrateCommand;
import io.writ.cli.demo.DemoCommand;
import io.writ.cli.server.RunCommand;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

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
                .addSubcommand("demo", new DemoCommand(environment))
                .addSubcommand("run", new RunCommand(environment))
                .setExecutionExceptionHandler(Writ::explain);
    }

    /** What a user can act on is one line; a stack trace is for bugs. */
    private static int explain(Exception failure, CommandLine command, CommandLine.ParseResult result)
            throws Exception {
        if (failure instanceof CommandFailure) {
            command.getErr().println("writ: " + failure.getMessage());
            return ExitCode.CANNOT_RUN;
        }
        if (failure instanceof ParameterException) {
            throw failure;
        }
        failure.printStackTrace(command.getErr());
        return ExitCode.CANNOT_RUN;
    }
}
