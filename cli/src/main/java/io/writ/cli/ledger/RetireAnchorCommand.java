package io.writ.cli.ledger;

import io.writ.cli.Environment;
import io.writ.cli.ExitCode;
import io.writ.cli.database.DataOption;
import io.writ.cli.database.EnteredDatabase;
import io.writ.cli.database.Rights;
import io.writ.ledger.AnchorRetirement;
import io.writ.ledger.LedgerException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an anchor up for good. */
@Command(
        name = "retire-anchor",
        mixinStandardHelpOptions = true,
        description = {
            "Gives an anchor up: servers no longer refuse to sequence without it.",
            "Verify with it once more before. It cannot be taken back, and every verification of the database tells of"
                    + " it."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:retired", "1:refused, nothing was changed", "2:could not be done"},
        footer = {"", "Environment: WRIT_DB_URL, WRIT_DB_OWNER_USER, WRIT_DB_OWNER_PASSWORD."})
public final class RetireAnchorCommand implements Callable<Integer> {

    private final Environment environment;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before it calls the command
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name of the anchor, as the refusal of the server has it.")
    private String name = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why, in one line.")
    private String reason = "";

    @Mixin
    private DataOption data = new DataOption();

    public RetireAnchorCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        EnteredDatabase database = data.database(Rights.OWNER, environment);
        try {
            Optional<String> problem = new AnchorRetirement(database.source()).retire(name, reason);
            PrintWriter out = spec.commandLine().getOut();
            out.println(problem.map(why -> "Nothing was changed: " + why + ".")
                    .orElse("The anchor " + name
                            + " is retired. Take it out of WRIT_LEDGER_ANCHORS of every server, too."));
            out.flush();
            return problem.isPresent() ? ExitCode.FINDINGS : ExitCode.OK;
        } catch (LedgerException failure) {
            throw LedgerFailure.of(failure, database.user());
        }
    }
}
