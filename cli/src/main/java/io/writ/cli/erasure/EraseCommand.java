package io.writ.cli.erasure;

import io.writ.cli.CommandFailure;
import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.Rights;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Erases what is held about one person. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = "Destroys the key of a person and empties what names them. Says what would go; --yes does it.",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:erased, or told what would be",
            "2:could not be done, or not to its end: the message says which"
        },
        footer = {
            "",
            "Withdraw the person's access first: who goes on working is recorded again. Servers may use a destroyed key",
            "for one more minute; what they seal with it can be opened by nobody.",
            "Environment: WRIT_DB_URL, WRIT_DB_OWNER_USER, WRIT_DB_OWNER_PASSWORD."
        })
public final class EraseCommand implements Callable<Integer> {

    private final Environment environment;
    private final Clock clock;
    private final RandomGenerator random;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Option(names = "--tenant", required = true, paramLabel = "TENANT", description = "Whose person it is.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private String tenant;

    @Option(names = "--subject", required = true, paramLabel = "ID", description = "The principal id of the person.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private String subject;

    @Option(
            names = "--evidence",
            description = "Also empty evidence that holds the id as a value of its own, whoever it was released to.")
    private boolean evidence;

    @Option(
            names = "--texts",
            description =
                    "Also empty evidence, kept versions of documents, and questions and answers of others in whose"
                            + " text the id stands as a word. Look at the counts first: an id that is a common word stands in"
                            + " many.")
    private boolean texts;

    @Option(names = "--yes", description = "Do it. It cannot be undone.")
    private boolean yes;

    @Mixin
    private DataOption data = new DataOption();

    public EraseCommand(Environment environment, Clock clock, RandomGenerator random) {
        this.environment = environment;
        this.clock = clock;
        this.random = random;
    }

    @Override
    public Integer call() {
        if (tenant.isBlank() || subject.isBlank()) {
            throw new CommandFailure("--tenant and --subject name somebody: neither may be empty");
        }
        Erasure erasure = new Erasure(data.database(Rights.OWNER, environment).source(), clock, random);
        Person person = new Person(tenant, subject);
        Reach reach = reach();
        Optional<Receipt> receipt;
        try {
            Erased found = erasure.preview(person, reach);
            if (!yes || found.isNothing()) {
                say(found.isNothing() ? ErasurePage.nothing(person) : ErasurePage.preview(found, reach));
                return ExitCode.OK;
            }
            receipt = erasure.erase(person, reach);
        } catch (SQLException failure) {
            throw new CommandFailure("nothing was erased, the database says: " + failure.getMessage(), failure);
        }
        say(receipt.map(proof -> ErasurePage.receipt(proof, reach)).orElseGet(() -> ErasurePage.nothing(person)));
        if (receipt.isPresent()) {
            finish(erasure, person, reach);
        }
        return ExitCode.OK;
    }

    /** Comes after the receipt is printed: nothing that fails here may keep it from whoever asked for it. */
    private void finish(Erasure erasure, Person person, Reach reach) {
        try {
            erasure.clean();
            Erased left = erasure.preview(person, reach);
            if (!left.isNothing()) {
                say(ErasurePage.meanwhile(left));
            }
        } catch (SQLException failure) {
            throw new CommandFailure(
                    "the erasure is done and recorded. What comes after it failed: " + failure.getMessage()
                            + ". Run 'vacuum writ.subject_key' as the owner, and repeat without --yes to see what was"
                            + " recorded meanwhile",
                    failure);
        }
    }

    private Reach reach() {
        if (texts) {
            return Reach.TEXTS;
        }
        return evidence ? Reach.EVIDENCE : Reach.OWN;
    }

    private void say(String page) {
        spec.commandLine().getOut().print(page);
        spec.commandLine().getOut().flush();
    }
}
