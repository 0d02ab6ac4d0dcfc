package io.writ.cli.policy;

import io.writ.cli.CommandFailure;
import io.writ.cli.ExitCode;
import io.writ.governance.policy.workbench.CheckReport;
import io.writ.governance.policy.workbench.PolicyBuild;
import io.writ.governance.policy.workbench.PolicyCheck;
import io.writ.governance.policy.workbench.WorkbenchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts changed policy data into the built policy, and checks it. */
@Command(
        name = "build",
        mixinStandardHelpOptions = true,
        description = "Puts changed policy data into opa/dist and checks the result. Needs no opa; changed rules do.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:built, and no errors",
            "1:built, and the check found errors: a server refuses to activate this policy",
            "2:not built: rules changed, a file is not as it should be, or wrong usage"
        })
public final class BuildPolicyCommand implements Callable<Integer> {

    @Option(
            names = "--sources",
            paramLabel = "DIR",
            defaultValue = "opa",
            description = "the folder of the policy (default: ${DEFAULT-VALUE})")
    private Path sources = Path.of("opa");

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            defaultValue = "config/catalogue.json",
            description = "the sources the policy is about (default: ${DEFAULT-VALUE})")
    private Path catalogue = Path.of("config/catalogue.json");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            PolicyBuild.Built built = PolicyBuild.of(sources);
            out.println(
                    built.isUnchanged()
                            ? "Nothing changed since policy " + built.before() + " was built."
                            : "Built policy " + built.after() + " (it was " + built.before() + ").");
            CheckReport report = PolicyCheck.of(sources.resolve("dist"), catalogue);
            out.print(report.text());
            out.flush();
            return report.errors() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (WorkbenchException unusable) {
            throw new CommandFailure(unusable.advice(), unusable);
        }
    }
}
