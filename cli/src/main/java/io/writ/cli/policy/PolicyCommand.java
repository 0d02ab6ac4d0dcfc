package io.writ.cli.policy;

import io.writ.cli.Environment;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about policy. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Builds, checks and backtests policy before it decides, and replays what it decided.")
public final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    /** The group with all its commands. */
    public static CommandLine group(Environment environment, Clock clock) {
        return new CommandLine(new PolicyCommand())
                .addSubcommand("build", new BuildPolicyCommand())
                .addSubcommand("check", new CheckPolicyCommand())
                .addSubcommand("replay", new ReplayPolicyCommand(environment, clock))
                .addSubcommand("backtest", new BacktestPolicyCommand(environment, clock))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the policy");
    }
}
