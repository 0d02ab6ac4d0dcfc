package io.writ.cli.policy;

import io.writ.cli.CommandFailure;
import io.writ.cli.ExitCode;
import io.writ.governance.policy.workbench.CheckReport;
import io.writ.governance.policy.workbench.PolicyCheck;
import io.writ.governance.policy.workbench.WorkbenchException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves what can be proven about a compiled policy before it decides anything. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "Looks for what a policy can never mean: unknown input, rules that never match, sources nobody reaches.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:no errors; warnings may have been printed",
            "1:errors: a server refuses to activate this policy",
            "2:could not be checked, or wrong usage"
        })
public final class CheckPolicyCommand implements Callable<Integer> {

    @Option(
            names = "--bundle",
            paramLabel = "DIR|FILE",
            defaultValue = "opa/dist",
            description = "a folder with plan.json and data.json, or a bundle.tar.gz (default: ${DEFAULT-VALUE})")
    private Path bundle = Path.of("opa/dist");

    @Option(
            names = "--catalogue",
            paramLabel = "FILE",
            defaultValue = "config/catalogue.json",
            description = "the sources the policy is about (default: ${DEFAULT-VALUE})")
    private Path catalogue = Path.of("config/catalogue.json");

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Override
    public Integer call() {
        CheckReport report = report();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report.json());
        } else {
            out.print(report.text());
        }
        out.flush();
        return report.errors() == 0 ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private CheckReport report() {
        try {
            return PolicyCheck.of(bundle, catalogue);
        } catch (WorkbenchException unusable) {
            throw new CommandFailure(unusable.advice(), unusable);
        }
    }
}
