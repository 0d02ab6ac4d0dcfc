package io.writ.cli.policy;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.governance.policy.workbench.PolicyReplay;
import io.writ.governance.policy.workbench.Recorded;
import io.writ.governance.policy.workbench.ReplayResult;
import io.writ.governance.policy.workbench.WorkbenchException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Evaluates recorded decisions again and compares what comes out with what was recorded. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Puts every recorded question to the policy that decided, and compares the digests of question and answer.",
            "That the records themselves are unchanged is shown by ./writ ledger verify."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:every repeated decision has its recorded result",
            "1:something differs",
            "2:could not be repeated, or wrong usage",
            "3:nothing was there to repeat: no decisions, inputs erased, or all of other bundles"
        },
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_AUDITOR_USER with WRIT_DB_AUDITOR_PASSWORD, or the owner's.",
            "Without WRIT_DB_URL the database that ./writ run has running in --data is used."
        })
public final class ReplayPolicyCommand implements Callable<Integer> {

    private static final int NOTHING_COMPARED = 3;

    private final Environment environment;
    private final Clock clock;

    @Mixin
    private final RecordedOptions recorded = new RecordedOptions();

    @Option(
            names = "--bundle",
            paramLabel = "DIR|FILE",
            description = "a policy that decided, as a folder or bundle.tar.gz; may be repeated"
                    + " (default: the one this program was built with)")
    private List<Path> bundles = new ArrayList<>();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    public ReplayPolicyCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant begin = clock.instant();
        var progress = DecisionProgress.of(spec.commandLine().getErr(), clock);
        ReplayResult result = replay(progress);
        progress.end();
        double seconds = Duration.between(begin, clock.instant()).toMillis() / 1000.0;
        spec.commandLine()
                .getOut()
                .print(result.text() + String.format(Locale.ROOT, "  %-20s %12.1f s%n", "took", seconds));
        spec.commandLine().getOut().flush();
        return switch (result.verdict()) {
            case EQUAL -> ExitCode.OK;
            case DIFFERENT -> ExitCode.FINDINGS;
            case NOTHING_COMPARED -> NOTHING_COMPARED;
        };
    }

    private ReplayResult replay(DecisionProgress progress) {
        Recorded decisions = recorded.decisions(environment, progress);
        try {
            return PolicyReplay.of(decisions, bundles, clock);
        } catch (WorkbenchException unusable) {
            progress.end();
            throw new CommandFailure(unusable.advice(), unusable);
        }
    }
}
