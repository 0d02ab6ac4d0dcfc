package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.EnteredDatabase;
import io.writ.cli.database.Rights;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerRetention;
import io.writ.ledger.RetentionOutcome;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Retires the bodies of records that are old enough. */
@Command(
        name = "retain",
        mixinStandardHelpOptions = true,
        description =
                "Drops records, evidence and openings of months that ended before a date. Entries and tree stay, so"
                        + " every proof still holds, and the log says what went. Tells what would go; --yes does it.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:retired, or told what would be", "1:refused, nothing was changed", "2:could not be done"},
        footer = {"", "Environment: WRIT_DB_URL, WRIT_DB_OWNER_USER, WRIT_DB_OWNER_PASSWORD."})
public final class RetainCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--before",
            required = true,
            paramLabel = "DATE",
            description = "The day, as 2026-01-31, before which a month must have ended (UTC).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private LocalDate before;

    @Option(names = "--yes", description = "Do it. It cannot be undone.")
    private boolean yes;

    @Mixin
    private DataOption data = new DataOption();

    public RetainCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant moment = before.atStartOfDay(ZoneOffset.UTC).toInstant();
        if (moment.isAfter(clock.instant())) {
            throw new CommandFailure("--before " + before + " lies in the future: what is still written stays");
        }
        EnteredDatabase database = data.database(Rights.OWNER, environment);
        try {
            LedgerRetention retention = new LedgerRetention(database.source(), clock);
            RetentionOutcome outcome = yes ? retention.retire(moment) : retention.preview(moment);
            spec.commandLine().getOut().print(RetentionPage.text(outcome));
            spec.commandLine().getOut().flush();
            return outcome instanceof RetentionOutcome.Refused ? ExitCode.FINDINGS : ExitCode.OK;
        } catch (LedgerException failure) {
            throw LedgerFailure.of(failure, database.user());
        }
    }
}
