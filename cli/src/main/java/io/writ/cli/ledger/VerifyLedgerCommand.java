package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.Login;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Re-hashes the whole ledger of a database and compares it with the records. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Re-hashes every lane and compares every record with its entry.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:intact", "1:something does not hold", "2:could not be verified"},
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

    public VerifyLedgerCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        String url = environment.required("WRIT_DB_URL", "the JDBC address, jdbc:postgresql://host/database");
        Login login = login();
        Instant begin = clock.instant();
        var progress = new ProgressLine(spec.commandLine().getErr(), clock);
        VerificationReport report = verify(url, login, progress);
        progress.end();
        var page = new ReportPage(report, Duration.between(begin, clock.instant()));
        spec.commandLine().getOut().print(page.text());
        spec.commandLine().getOut().flush();
        return report.isIntact() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private static VerificationReport verify(String url, Login login, ProgressLine progress) {
        try {
            return LedgerVerifier.over(login.at(url), progress).verify();
        } catch (LedgerException failure) {
            Throwable cause = failure.getCause();
            String reason = cause == null ? "" : ": " + cause.getMessage();
            throw new CommandFailure(failure.getMessage() + " (as " + login.user() + ")" + reason, failure);
        }
    }

    private Login login() {
        if (environment.value("WRIT_DB_AUDITOR_PASSWORD").isEmpty()
                && environment.value("WRIT_DB_OWNER_PASSWORD").isPresent()) {
            return new Login(
                    environment.required("WRIT_DB_OWNER_USER", "the role that owns the schema"),
                    environment.required("WRIT_DB_OWNER_PASSWORD", "the password of the owner"));
        }
        return new Login(
                environment.value("WRIT_DB_AUDITOR_USER").orElse("writ_auditor"),
                environment.required("WRIT_DB_AUDITOR_PASSWORD", "the password of the auditor, or use the owner's"));
    }
}
