package io.writ.cli.policy;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.governance.policy.workbench.BacktestResult;
import io.writ.governance.policy.workbench.PolicyBacktest;
import io.writ.governance.policy.workbench.Recorded;
import io.writ.governance.policy.workbench.ReportFormat;
import io.writ.governance.policy.workbench.WorkbenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows what a candidate would have decided otherwise. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description =
                "Puts recorded questions to a candidate policy and to the one it would replace, and reports every flip.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:no flip of a failing kind",
            "1:flips of a failing kind, or nothing was there to compare",
            "2:could not be run, or wrong usage"
        },
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_AUDITOR_USER with WRIT_DB_AUDITOR_PASSWORD, or the owner's.",
            "Without WRIT_DB_URL the database that ./writ run has running in --data is used."
        })
public final class BacktestPolicyCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;

    @Mixin
    private final RecordedOptions recorded = new RecordedOptions();

    @Option(names = "--candidate", required = true, paramLabel = "DIR|FILE", description = "the policy to try")
    private Path candidate = Path.of("opa/dist");

    @Option(
            names = "--base",
            paramLabel = "DIR|FILE",
            description = "the policy to compare with (default: the one this program was built with)")
    private @Nullable Path base;

    @Option(names = "--format", defaultValue = "markdown", description = "json, markdown or junit (default: markdown)")
    private ReportFormat format = ReportFormat.MARKDOWN;

    @Option(names = "--out", paramLabel = "FILE", description = "where the report goes (default: standard output)")
    private @Nullable Path out;

    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "KIND",
            description = "kinds of flips that fail, or none (default: deny_to_allow, item_deny_to_allow,"
                    + " obligations_loosened, became_undecided)")
    private List<String> failOn = new ArrayList<>();

    @Option(
            names = "--sign",
            paramLabel = "KEY",
            description = "sign the JSON report with this Ed25519 key (PEM) and write the envelope instead;"
                    + " only a backtest that passes is signed")
    private @Nullable Path key;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    public BacktestPolicyCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var progress = DecisionProgress.of(spec.commandLine().getErr(), clock);
        try {
            BacktestResult result = backtest(recorded.decisions(environment, progress));
            progress.end();
            spec.commandLine().getErr().println(result.summary());
            write(result);
            return result.passed() ? ExitCode.OK : ExitCode.FINDINGS;
        } catch (WorkbenchException unusable) {
            progress.end();
            throw new CommandFailure(unusable.advice(), unusable);
        }
    }

    private BacktestResult backtest(Recorded decisions) {
        return new PolicyBacktest(Optional.ofNullable(base), candidate, failOn).over(decisions, clock);
    }

    /** What did not pass is shown, and never put where a signed report is expected. */
    private void write(BacktestResult result) {
        if (key == null) {
            write(result.text(format));
        } else if (result.passed()) {
            write(result.signed(key));
        } else {
            spec.commandLine().getErr().println("Not signed, because it did not pass; --fail-on says what may flip.");
            print(result.text(format));
        }
    }

    private void write(String report) {
        if (out == null) {
            print(report);
            return;
        }
        try {
            Files.writeString(out, report);
        } catch (IOException unwritable) {
            throw new CommandFailure("cannot write " + out + ": name a file in a folder that exists", unwritable);
        }
    }

    private void print(String report) {
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
    }
}
