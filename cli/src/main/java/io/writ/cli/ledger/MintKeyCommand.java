package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.ExitCode;
import io.writ.cli.verify.TrustedKeys;
import io.writ.ledger.LogKey;
import io.writ.ledger.proof.SealKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes a signing key for a ledger. */
@Command(
        name = "mint-key",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a signing key for WRIT_LEDGER_KEY and prints the public key for those who verify.",
            "For a log that signs already, give it the name that the log has: --like the file of its key."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the key is in the file", "2:no key was made"})
public final class MintKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "Origin of a new log: a name that no other log has, such as ledger.example.com/2026.")
    @Nullable
    private String name;

    @Option(
            names = "--like",
            paramLabel = "FILE",
            description = "Key, or public key, whose name the new one shall have.")
    @Nullable
    private Path like;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the key goes. Must not exist.")
    @SuppressWarnings("NullAway.Init") // picocli refuses the command without it
    private Path out;

    @Override
    public Integer call() {
        String key = KeyFile.mint(out, chosenName(), LogKey::mint);
        PrintWriter page = spec.commandLine().getOut();
        page.println(
                "The signing key is in " + out + ". Keep it from everybody but the server: WRIT_LEDGER_KEY=" + out);
        page.println("Public key, for those who verify:");
        page.println(LogKey.publicKey(key));
        if (like != null) {
            page.println("To change keys, also set WRIT_LEDGER_PREVIOUS_KEY=" + like
                    + " until the ledger shows the change.");
        }
        page.flush();
        return ExitCode.OK;
    }

    private String chosenName() {
        if (name != null && like == null) {
            return name;
        }
        if (name == null && like != null) {
            return SealKey.parse(TrustedKeys.only(like.toString())).name();
        }
        throw new CommandFailure("give either --name for a new log, or --like for another key of a log");
    }
}
