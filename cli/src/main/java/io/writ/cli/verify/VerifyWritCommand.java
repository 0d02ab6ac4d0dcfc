package io.writ.cli.verify;

import io.writ.cli.CommandFailure;
import io.writ.cli.ExitCode;
import io.writ.cli.TerminalText;
import io.writ.governance.writ.WritReport;
import io.writ.governance.writ.WritVerifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies the writ of an answer, offline. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Verifies the writ of an answer: signature, records, their place in the log, and everything that is"
                        + " said of them. Needs no server, no database and no network.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:proven, with a key of the log that you gave",
            "1:does not hold; the first reason is printed with its code",
            "2:cannot be read as a writ",
            "3:consistent, but the key was taken from the file: give --key to prove anything",
            "4:consistent, but signed under another key than those you gave: get that one from those who run the log"
        })
public final class VerifyWritCommand implements Callable<Integer> {

    /** Everything holds, and nobody vouches for the key. */
    private static final int KEY_NOT_GIVEN = 3;

    /** Everything holds under a key that nobody gave. */
    private static final int OTHER_KEY = 4;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file that GET /v1/runs/{id}/writ or the console handed out.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private Path file;

    @Option(
            names = "--key",
            paramLabel = "KEY|FILE",
            description =
                    "Public key of the log, or a file with one on each line; may be repeated. The key of a witness"
                            + " demands its signature on the checkpoint. Without one, DIR/ledger-key is used if it is there, and"
                            + " named.")
    private List<String> keys = new ArrayList<>();

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where ./writ run or demo keeps its key. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of(".writ");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Override
    public Integer call() {
        TrustedKeys trusted = trusted();
        WritReport report = new WritVerifier(trusted.logs(), trusted.witnesses()).verify(content());
        spec.commandLine()
                .getOut()
                .print(
                        json
                                ? TerminalText.json(WritJson.of(report, trusted.words())
                                                .toString()) + "\n"
                                : new WritPage(report, trusted.words()).text());
        spec.commandLine().getOut().flush();
        return switch (report.verdict()) {
            case PROVEN -> ExitCode.OK;
            case BROKEN -> ExitCode.FINDINGS;
            case UNREADABLE -> ExitCode.CANNOT_RUN;
            case CONSISTENT -> KEY_NOT_GIVEN;
            case OTHER_KEY -> OTHER_KEY;
        };
    }

    private TrustedKeys trusted() {
        Path own = data.resolve("ledger-key");
        return keys.isEmpty() && Files.isRegularFile(own) ? TrustedKeys.in(own) : TrustedKeys.of(keys);
    }

    /** One byte beyond the limit is enough to know. */
    private byte[] content() {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(WritVerifier.FILE_BYTES_MAX + 1);
        } catch (NoSuchFileException absent) {
            throw new CommandFailure("there is no file " + file, absent);
        } catch (IOException unreadable) {
            throw new CommandFailure("the file " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
