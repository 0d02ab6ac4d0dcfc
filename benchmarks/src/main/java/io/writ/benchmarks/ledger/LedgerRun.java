package io.writ.benchmarks.ledger;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run from the empty database to the tables. */
final class LedgerRun implements AutoCloseable {

    private final Choice choice;
    private final PrintWriter out;
    private final Cluster cluster;
    private final Decisions.Source source = new Decisions.Source(Decisions.Shape.OF_TRIALS);
    private final Map<String, Design> designs;
    private final Rounds rounds = new Rounds();
    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();

    private final String environment;

    private LedgerRun(Choice choice, PrintWriter out, Cluster cluster, String environment) {
        this.environment = environment;
        this.choice = choice;
        this.out = out;
        this.cluster = cluster;
        this.designs = Designs.all(source, new Decisions.Source(Decisions.Shape.OF_TRIALS, Decisions.WITHOUT_LEDGER));
    }

    static LedgerRun prepare(Choice choice, PrintWriter out) throws IOException {
        out.println("starting PostgreSQL in " + choice.work() + " (durable, loopback only)");
        out.flush();
        Cluster cluster = Cluster.create(choice.work());
        return new LedgerRun(choice, out, cluster, Environment.of(choice, cluster));
    }

    void measure() throws SQLException, IOException {
        slices();
        scenarios();
        if (choice.growth()) {
            scenario(Set.of("G14"), new GrowthScenario(designs, out));
        } else if (choice.wants("G14")) {
            outcomes.put("G14", new Outcome.NotMeasured("takes long: ask for it with --growth"));
        }
        for (Goal goal : Goals.ofSlices()) {
            if (choice.wants(goal.id())) {
                outcomes.put(
                        goal.id(),
                        rounds.have(goal.needs())
                                ? goal.of(rounds)
                                : new Outcome.NotMeasured("needs a slower flush, and there is no C compiler"));
            }
        }
    }

    void report() {
        LedgerReport report = new LedgerReport(out);
        out.println();
        out.println(environment);
        report.slices(rounds);
        report.goals(outcomes);
    }

    @Override
    public void close() {
        cluster.close();
    }

    private void scenarios() {
        scenario(Set.of("G10"), new InclusionScenario());
        scenario(Set.of("G17"), new FailoverScenario());
        scenario(Set.of("G18"), new CrashScenario(designs));
        scenario(Set.of("G15", "G16"), new AuditScenario());
        scenario(Set.of("G4"), new JtaScenario(designs, out));
        scenario(Set.of("G19"), new RequestScenario(designs, out));
    }

    private void scenario(Set<String> goals, Scenario scenario) {
        if (goals.stream().noneMatch(choice::wants)) {
            return;
        }
        out.println(scenario.name());
        out.flush();
        try (Ground ground = new Ground(cluster)) {
            scenario.run(new Scenario.Field(choice, cluster, ground, source), outcomes::put);
        } catch (RunRejected rejected) {
            throw rejected;
        } catch (SQLException | IOException | RuntimeException broken) {
            // What cannot be measured here must not cost the table of everything that was.
            String why = "broke while " + scenario.name() + ": " + broken.getMessage();
            out.println(why);
            goals.stream()
                    .filter(choice::wants)
                    .forEach(goal -> outcomes.putIfAbsent(
                            goal,
                            new Outcome.NotMeasured(why.lines().findFirst().orElse(why))));
        }
    }

    private void slices() throws SQLException, IOException {
        Set<Point> wanted = new LinkedHashSet<>();
        Goals.ofSlices().stream().filter(goal -> choice.wants(goal.id())).forEach(goal -> wanted.addAll(goal.needs()));
        wanted.removeIf(point -> !designs.containsKey(point.design()));
        measure(wanted, Flush.NATIVE);
        if (wanted.stream().noneMatch(point -> point.flush() == Flush.SLOW)) {
            return;
        }
        Optional<Map<String, String>> slow = FlushShim.environment(Files.createDirectories(choice.work()));
        if (slow.isEmpty()) {
            out.println("no C compiler: nothing with a slower flush is measured");
            return;
        }
        cluster.restart(slow.get());
        measure(wanted, Flush.SLOW);
        cluster.restart(Map.of());
    }

    private void measure(Set<Point> wanted, Flush flush) throws SQLException {
        List<Point> points = new ArrayList<>(
                wanted.stream().filter(point -> point.flush() == flush).toList());
        if (points.isEmpty()) {
            return;
        }
        try (Ground ground = new Ground(cluster)) {
            new SliceRounds(designs, out)
                    .measure(
                            rounds,
                            choice.rounds(),
                            points,
                            SliceRun.onEmptyTables(cluster, ground, choice.pace()),
                            SliceRun.onEmptyTables(cluster, ground, Pace.WARM_UP));
        }
    }
}
