package io.writ.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The goals of the ledger, measured. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = {
            "Measures what the ledger costs, as ratios to the same rows without it, and prints the goals G1 to G19.",
            "A check of the ledger follows every slice; one that fails rejects the run."
        },
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:measured; the table says which goals are reached",
            "1:a check failed and the run is rejected, or something broke",
            "2:the options make no sense, or this is not Linux"
        })
public final class LedgerBenchmark implements Callable<Integer> {

    private static final int ROUNDS = 5;

    /** Retired lanes and lost leaders are what some scenarios make happen on purpose. */
    private static final Logger PRODUCT = Logger.getLogger("io.writ");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--server", required = true, hidden = true)
    private Path server = Path.of("app/target/liberty/wlp");

    @Option(names = "--root", required = true, hidden = true)
    private Path root = Path.of(".");

    @Option(names = "--rounds", description = "Rounds of slices (default: 5, with --quick 1).")
    private int rounds;

    @Option(names = "--quick", description = "One round of shorter slices and a tenth of the entries: a first look.")
    private boolean quick;

    @Option(names = "--growth", description = "Also measure G14, which loads a million entries with their evidence.")
    private boolean growth;

    @Option(names = "--goal", split = ",", paramLabel = "Gn", description = "Only these goals, for instance G5,G6.")
    private List<String> goals = List.of();

    @Override
    public Integer call() throws SQLException, IOException {
        PrintWriter out = spec.commandLine().getOut();
        Choice choice = choice();
        PRODUCT.setLevel(Level.OFF);
        try (LedgerRun run = LedgerRun.prepare(choice, out)) {
            run.measure();
            run.report();
            return 0;
        } catch (RunRejected rejected) {
            out.println(rejected.getMessage());
            return 1;
        }
    }

    private Choice choice() {
        if (!Processors.areCounted()) {
            throw new ParameterException(
                    spec.commandLine(), "this benchmark reads processor times from /proc and runs on Linux only");
        }
        for (String goal : goals) {
            if (!GoalText.ids().contains(goal)) {
                throw new ParameterException(
                        spec.commandLine(), "there is no goal " + goal + "; there are " + GoalText.ids());
            }
        }
        if (rounds < 0) {
            throw new ParameterException(spec.commandLine(), "a run has one round at least");
        }
        Set<String> wanted = new LinkedHashSet<>(goals.isEmpty() ? GoalText.ids() : goals);
        int count = rounds > 0 ? rounds : quick ? 1 : ROUNDS;
        return new Choice(wanted, count, quick, growth || goals.contains("G14"), root.toAbsolutePath(), server);
    }
}
