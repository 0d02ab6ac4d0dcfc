package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.TerminalText;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.EnteredDatabase;
import io.writ.cli.database.Rights;
import io.writ.cli.verify.TrustedKeys;
import io.writ.ledger.AnchorConfig;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerExport;
import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import io.writ.ledger.VerifierOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Re-hashes the whole ledger of a database and compares it with the records. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Re-hashes every lane, compares every record with its entry, evidence and policy inputs with the"
                + " digests in their records, and folds the tree once more.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:intact, or gap-disclosed: the log says itself which begun effect has no end",
            "1:gap-undisclosed, truncated or forked",
            "2:unverifiable, or the command could not run"
        },
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_AUDITOR_USER with WRIT_DB_AUDITOR_PASSWORD, or the owner's.",
            "WRIT_LEDGER_ANCHORS names anchors, WRIT_LEDGER_GIT_USER and WRIT_LEDGER_GIT_PASSWORD open an https host.",
            "Anchors need a key: with WRIT_LEDGER_ANCHORS set, --export without --key ends with 2."
        })
public final class VerifyLedgerCommand implements Callable<Integer> {

    private static final int THREADS_MAX = 256;

    /** More connections than this an auditor should not take from a server at work without being asked to. */
    private static final int THREADS_DEFAULT_MAX = 8;

    private final Environment environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description =
                    "Public key of the log, so that the signatures of checkpoints are checked too. Of a database in"
                            + " --data its own is used.")
    @Nullable
    private String key;

    @Option(
            names = "--export",
            paramLabel = "PATH",
            description = "Verify what ./writ ledger export wrote, without a database.")
    @Nullable
    private Path export;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many work side by side; a database gives each a connection. Default: one per processor,"
                    + " eight at most.")
    private int threads = Math.min(THREADS_DEFAULT_MAX, Runtime.getRuntime().availableProcessors());

    @Option(names = "--rates", description = "Tell for each phase how fast it was, on the error stream.")
    private boolean rates;

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private AnchorOptions anchors = new AnchorOptions();

    public VerifyLedgerCommand(Environment environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        Instant begin = clock.instant();
        var progress = new ProgressLine(spec.commandLine().getErr(), clock, rates);
        VerificationReport report = verify(progress);
        progress.end();
        var page = new ReportPage(report, Duration.between(begin, clock.instant()));
        spec.commandLine().getOut().print(page.text());
        tellContents();
        spec.commandLine().getOut().flush();
        return page.exitCode();
    }

    private VerificationReport verify(ProgressLine progress) {
        Optional<String> publicKey = key().map(TrustedKeys::only);
        AnchorConfig outside = anchors.config(environment);
        if (publicKey.isEmpty() && !outside.anchors().isEmpty()) {
            throw new CommandFailure("anchors are believed by the public key of the log: say --key FILE");
        }
        var options = new VerifierOptions(publicKey, threads(), progress, outside);
        if (export != null) {
            return verify(LedgerVerifier.overExport(export, options), LedgerFailure::of);
        }
        EnteredDatabase database = data.database(Rights.AUDITOR, environment);
        return verify(
                LedgerVerifier.over(database.source(), options), failure -> LedgerFailure.of(failure, database.user()));
    }

    private static VerificationReport verify(
            LedgerVerifier verifier, Function<LedgerException, CommandFailure> explained) {
        try {
            return verifier.verify();
        } catch (LedgerException failure) {
            throw explained.apply(failure);
        }
    }

    /** Where what was verified comes from. */
    private void tellContents() {
        if (export == null) {
            return;
        }
        LedgerExport.Contents contents = LedgerExport.contents(export);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "  exported    " + contents.exportedAt() + ", records in it: " + TerminalText.line(contents.bodies()));
        if (contents.fromSize() > 0) {
            out.println(
                    "  Whether what was before size " + contents.fromSize() + " is right, the export before it tells.");
        }
    }

    private int threads() {
        if (threads < 1 || threads > THREADS_MAX) {
            throw new CommandFailure("--threads must be 1 to " + THREADS_MAX);
        }
        return threads;
    }

    private Optional<String> key() {
        return Optional.ofNullable(key)
                .or(() -> export == null ? data.ledgerKey(environment).map(Path::toString) : Optional.empty());
    }
}
