package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.EnteredDatabase;
import io.writ.cli.database.Rights;
import io.writ.cli.verify.TrustedKeys;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerRestart;
import io.writ.ledger.LogKey;
import io.writ.ledger.RestartOrder;
import io.writ.ledger.RestartOutcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lets a ledger begin anew whose database lost what was already signed. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the ledger go on, under another name, when its database is behind a checkpoint that was published:",
            "after a restore, or when a standby took over that had not received everything.",
            "Stop every server that has a signing key first. What was lost stays lost; the ledger will say so."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the notice is written", "1:refused, nothing was written", "2:could not be done"},
        footer = {
            "",
            "Environment: WRIT_DB_URL, and WRIT_DB_SEQUENCER_USER with WRIT_DB_SEQUENCER_PASSWORD, or the owner's."
        })
public final class RestartLedgerCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;
    private final RandomGenerator random;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description =
                    "Signing key that signed the newest checkpoint of the database. Default: WRIT_LEDGER_KEY, or the"
                            + " key of a database in --data.")
    @Nullable
    private Path key;

    @Option(
            names = "--lost",
            paramLabel = "FILE",
            required = true,
            description = "The newest checkpoint that is known of the lost ledger, as it was published.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command without it
    private Path lost;

    @Option(
            names = "--lost-key",
            paramLabel = "FILE",
            description = "Public key that signed the lost checkpoint, if the key was changed since the state that the"
                    + " database is back at.")
    @Nullable
    private Path lostKey;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "What happened, in one line.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command without it
    private String reason;

    @Option(
            names = "--new-name",
            paramLabel = "NAME",
            required = true,
            description = "Name of the ledger from now on; one that it never had.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command without it
    private String newName;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            required = true,
            description = "Where the new signing key goes. Must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command without it
    private Path out;

    @Mixin
    private DataOption data = new DataOption();

    public RestartLedgerCommand(Environment environment, Clock clock, RandomGenerator random) {
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() {
        EnteredDatabase database = data.database(Rights.SEQUENCER, environment);
        String oldKey = KeyFile.signingKey(oldKeyFile());
        String lostNote = KeyFile.text(lost, "the checkpoint");
        Optional<String> signer = Optional.ofNullable(lostKey).map(file -> TrustedKeys.only(file.toString()));
        String newKey = KeyFile.mint(out, newName, LogKey::mint);
        try {
            RestartOutcome outcome = new LedgerRestart(database.source(), random, clock)
                    .restart(new RestartOrder(oldKey, newKey, lostNote, signer, reason));
            if (outcome instanceof RestartOutcome.Refused) {
                discard();
            }
            return tell(outcome, LogKey.publicKey(newKey));
        } catch (LedgerException failure) {
            // The notice may be written all the same, and then the log waits for exactly this key.
            throw new CommandFailure(
                    LedgerFailure.of(failure, database.user()).getMessage() + ". Keep " + out
                            + " until './writ ledger verify' says whether the ledger was restarted with it",
                    failure);
        }
    }

    private int tell(RestartOutcome outcome, String publicKey) {
        PrintWriter page = spec.commandLine().getOut();
        int exit = switch (outcome) {
            case RestartOutcome.Restarted restarted -> {
                page.println("The ledger goes on as " + newName + ", from " + restarted.size() + " leaves.");
                page.println("  1. Give every server that signs the new key:  WRIT_LEDGER_KEY=" + out);
                page.println("  2. Start it. Its first checkpoint covers the notice of this restart.");
                page.println("  3. Tell those who verify. Their old key still leads to the new one:");
                page.println("     " + publicKey);
                yield ExitCode.OK;
            }
            case RestartOutcome.Refused refused -> {
                page.println("Nothing was written: " + refused.problem() + ".");
                yield ExitCode.FINDINGS;
            }
        };
        page.flush();
        return exit;
    }

    private Path oldKeyFile() {
        if (key != null) {
            return key;
        }
        Optional<Path> configured = environment.value("WRIT_LEDGER_KEY").map(Path::of);
        return configured
                .or(() -> data.ledgerKey(environment))
                .orElseThrow(() -> new CommandFailure("name the signing key of the ledger: --key FILE"));
    }

    /** A key that no ledger knows must not lie around as if one did. */
    private void discard() {
        try {
            Files.deleteIfExists(out);
        } catch (IOException undeletable) {
            throw new CommandFailure(out + " holds a key that is not used, and cannot be deleted", undeletable);
        }
    }
}
