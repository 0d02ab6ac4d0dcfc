package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.database.AuditorAccess;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Re-hashes the whole ledger of a database and compares it with the records. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Re-hashes every lane, compares every record with its entry, and folds the tree once more.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:intact, or gap-disclosed: the log says itself which begun effect has no end",
            "1:gap-undisclosed, truncated or forked",
            "2:unverifiable, or the command could not run"
        },
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_AUDITOR_USER with WRIT_DB_AUDITOR_PASSWORD, or the owner's."
        })
public final class VerifyLedgerCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Public key of the log, so that the signatures of checkpoints are checked too. Of a database in"
                            + " --data its own is used.")
    @Nullable
    private Path key;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where ./writ run or demo keeps its database, used when WRIT_DB_URL is not set. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Path data = Path.of(".writ");

    public VerifyLedgerCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        AuditorAccess auditor = AuditorAccess.of(environment, data);
        Instant begin = clock.instant();
        var progress = new ProgressLine(spec.commandLine().getErr(), clock);
        VerificationReport report = verify(auditor, progress);
        progress.end();
        var page = new ReportPage(report, Duration.between(begin, clock.instant()));
        spec.commandLine().getOut().print(page.text());
        spec.commandLine().getOut().flush();
        return page.exitCode();
    }

    private VerificationReport verify(AuditorAccess auditor, ProgressLine progress) {
        try {
            Optional<Path> trusted = key();
            LedgerVerifier verifier = trusted.isEmpty()
                    ? LedgerVerifier.over(auditor.database(), progress)
                    : LedgerVerifier.over(auditor.database(), progress, KeyFile.publicKey(trusted.get()));
            return verifier.verify();
        } catch (LedgerException failure) {
            Throwable cause = failure.getCause();
            String reason = cause == null ? "" : ": " + cause.getMessage();
            throw new CommandFailure(failure.getMessage() + " (as " + auditor.user() + ")" + reason, failure);
        }
    }

    private Optional<Path> key() {
        Path own = data.resolve("ledger-key");
        boolean local = environment.value("WRIT_DB_URL").isEmpty() && Files.isRegularFile(own);
        return Optional.ofNullable(key).or(() -> local ? Optional.of(own) : Optional.empty());
    }
}
