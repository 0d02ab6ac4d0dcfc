package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.TerminalText;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.Rights;
import io.writ.cli.verify.TrustedKeys;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.LedgerException;
import io.writ.ledger.ProofCheck;
import io.writ.ledger.ProofStep;
import io.writ.ledger.RecordProof;
import io.writ.ledger.RecordProver;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes proofs that records stand in the ledger, and checks them with a key alone. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the proof that a record stands in the ledger, one JSON line per record: from a server (--url), from an"
                    + " export (--export), or from the database.",
            "With --check FILE --key KEY it checks proofs offline and tells each step."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:proven",
            "1:a step does not hold, or there is no proof yet",
            "2:could not be proven or checked"
        })
public final class ProveLedgerCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "Id of a record; from a database or an export also of a run, for all of its records.")
    private @Nullable String id;

    @Option(names = "--url", paramLabel = "URL", description = "Ask this server.")
    private @Nullable String url;

    @Mixin
    private CallerOptions caller = new CallerOptions();

    @Option(names = "--export", paramLabel = "PATH", description = "Read what ./writ ledger export wrote.")
    private @Nullable Path export;

    @Option(names = "--check", paramLabel = "FILE", description = "Check the proofs in this file, one per line.")
    private @Nullable Path check;

    @Option(names = "--key", paramLabel = "KEY|FILE", description = "Public key of the log, for --check.")
    private @Nullable String key;

    @Option(names = "--to", paramLabel = "FILE", description = "Write the proofs into this file. It must not be there.")
    private @Nullable Path to;

    @Mixin
    private DataOption data = new DataOption();

    public ProveLedgerCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try {
            return check == null ? prove() : check(check);
        } catch (LedgerException failure) {
            throw LedgerFailure.of(failure);
        }
    }

    private int prove() {
        if (id == null) {
            throw new CommandFailure("say the id of a record or of a run, or --check FILE");
        }
        List<RecordProof> proofs = proofs(id);
        if (proofs.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println("writ: no checkpoint covers a record or a run " + id
                            + ": there is none, or it waits for the next checkpoint");
            return ExitCode.FINDINGS;
        }
        StringBuilder text = new StringBuilder();
        proofs.forEach(proof -> text.append(proof.text()));
        write(text.toString());
        return ExitCode.OK;
    }

    private List<RecordProof> proofs(String wanted) {
        if (url != null) {
            return ServerProof.of(caller.client(url, environment), wanted).stream()
                    .toList();
        }
        return export == null
                ? RecordProver.inDatabase(
                        data.database(Rights.AUDITOR, environment).source(), wanted)
                : RecordProver.inExport(export, wanted);
    }

    private void write(String text) {
        PrintWriter out = spec.commandLine().getOut();
        if (to == null) {
            out.print(text);
        } else {
            try {
                Files.writeString(to, text, StandardOpenOption.CREATE_NEW);
                out.println(
                        "Proof written: " + to + ". Check it with ./writ ledger prove --check " + to + " --key FILE");
            } catch (IOException unwritable) {
                throw new CommandFailure(to + " cannot be written, or is there already: " + unwritable, unwritable);
            }
        }
        out.flush();
    }

    private int check(Path file) {
        if (key == null) {
            throw new CommandFailure("say --key FILE: the public key of the log, from where you trust it");
        }
        String publicKey = TrustedKeys.only(key);
        boolean holds = true;
        boolean named = true;
        List<String> lines = lines(file);
        if (lines.isEmpty()) {
            throw new CommandFailure(file + " holds no proof");
        }
        for (String line : lines) {
            RecordProof proof = RecordProof.parse(line);
            named &= proof.canonical().isPresent();
            holds &= tell(proof, publicKey);
        }
        spec.commandLine().getOut().println(verdict(holds, named));
        spec.commandLine().getOut().flush();
        return holds ? ExitCode.OK : ExitCode.FINDINGS;
    }

    /** An entry hashes its record and not the record's id: only the record itself says which one it is. */
    private static String verdict(boolean holds, boolean named) {
        if (!holds) {
            return "NOT proven.";
        }
        return named
                ? "Proven."
                : "Proven: the entry is in the log. NOT proven: that it stands for this record, which is not in the file.";
    }

    private boolean tell(RecordProof proof, String publicKey) {
        PrintWriter out = spec.commandLine().getOut();
        LedgerEntry entry = proof.proven().entry();
        out.println(
                proof.canonical().isPresent()
                        ? "Record " + entry.recordId()
                        : "Entry " + entry.seq() + " of lane " + entry.lane() + ", said to be of record "
                                + entry.recordId());
        List<ProofStep> steps = ProofCheck.of(proof, publicKey);
        steps.forEach(step -> out.println(
                (step.holds() ? "  ok   " : "  FAIL ") + step.name() + ": " + TerminalText.line(step.told())));
        return steps.stream().allMatch(ProofStep::holds);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new CommandFailure("the proof " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
