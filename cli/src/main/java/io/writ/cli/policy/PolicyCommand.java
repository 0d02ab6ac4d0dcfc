package io.writ.cli.policy;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about policy. */
@Command(
        name = "policy",
        mixinStandardHelpOptions = true,
        description = "Builds and checks policy before it decides anything.")
public final class PolicyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    /** The group with all its commands. */
    public static CommandLine group() {
        return new CommandLine(new PolicyCommand())
                .addSubcommand("build", new BuildPolicyCommand())
                .addSubcommand("check", new CheckPolicyCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the policy");
    }
}
