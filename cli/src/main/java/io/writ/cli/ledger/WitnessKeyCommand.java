package io.writ.cli.ledger;

import io.writ.cli.ExitCode;
import io.writ.ledger.LogKey;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the key with which an installation witnesses the logs of others. */
@Command(
        name = "witness-key",
        mixinStandardHelpOptions = true,
        description =
                "Makes a key of a witness, keeps it in a file that only its owner reads, and prints the public part.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the key is in the file", "2:no key was made"},
        footer = {
            "",
            "Point WRIT_WITNESS_KEY at the file, and give the printed line to those whose logs are witnessed: it belongs"
                    + " into their WRIT_LEDGER_WITNESS_KEYS."
        })
public final class WitnessKeyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Name of the witness for all time, such as other.example/witness. No spaces, no plus signs.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "Where the key is kept. An existing file is not replaced.")
    private Path file = Path.of("witness-key");

    @Override
    public Integer call() {
        String key = KeyFile.mint(file, name, LogKey::mintWitness);
        spec.commandLine().getOut().println(LogKey.publicKey(key));
        spec.commandLine().getOut().flush();
        return ExitCode.OK;
    }
}
