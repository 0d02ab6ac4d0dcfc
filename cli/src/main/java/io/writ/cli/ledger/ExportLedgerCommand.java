package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.EnteredDatabase;
import io.writ.cli.database.Rights;
import io.writ.ledger.ExportOptions;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerExport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the ledger to files that are verified without a database. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes lanes, entries, records, tree and checkpoints to files, for an audit without a database:",
            "./writ ledger verify --export PATH. The export is one state of the database, and it is there whole or not"
                    + " at all."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:exported", "2:could not be exported; nothing is left behind"},
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_AUDITOR_USER with WRIT_DB_AUDITOR_PASSWORD, or the owner's."
        })
public final class ExportLedgerCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "PATH",
            description = "Where to: a folder, or one file when the name ends with .tar. It must not be there yet.")
    private Path to = Path.of("");

    @Option(
            names = "--from-size",
            paramLabel = "SIZE",
            description = "Begin behind the checkpoint of this size: what an earlier export ended with.")
    private long fromSize;

    @Option(
            names = "--to-size",
            paramLabel = "SIZE",
            description = "End with the checkpoint of this size. Default: everything, or with --from-size the newest.")
    private @Nullable Long toSize;

    @Option(names = "--without-bodies", description = "No records: hashes, tree, checkpoints and notices only.")
    private boolean withoutBodies;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            description = "Records of this tenant only, for its auditor; hashes of all.")
    private @Nullable String tenant;

    @Mixin
    private DataOption data = new DataOption();

    public ExportLedgerCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        ExportOptions options = options();
        EnteredDatabase database = data.database(Rights.AUDITOR, environment);
        var progress = new RowsLine(spec.commandLine().getErr(), clock);
        LedgerExport.Written written = write(database, options, progress);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "Exported %,d entries and %,d records, tree size %,d, %,d bytes: %s%n"
                                + "Verify it with ./writ ledger verify --export %s --key FILE%n",
                        written.entries(),
                        written.records(),
                        written.treeSize(),
                        written.bytes(),
                        to,
                        to);
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }

    private LedgerExport.Written write(EnteredDatabase database, ExportOptions options, RowsLine progress) {
        try {
            return new LedgerExport(database.source(), clock, progress).write(to, options);
        } catch (LedgerException failure) {
            throw LedgerFailure.of(failure, database.user());
        } finally {
            progress.end();
        }
    }

    private ExportOptions options() {
        if (withoutBodies && tenant != null) {
            throw new CommandFailure("say --tenant or --without-bodies, not both");
        }
        ExportOptions.Records records =
                withoutBodies ? new ExportOptions.Records.None() : new ExportOptions.Records.All();
        try {
            return new ExportOptions(
                    fromSize,
                    Optional.ofNullable(toSize),
                    tenant == null ? records : new ExportOptions.Records.OfTenant(tenant));
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
