package io.writ.benchmarks.ledger;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** G4: path T inside a real server, in rounds with the rows alone. */
final class JtaScenario implements Scenario {

    private static final String JTA = "JTA";
    private static final int CALLERS = 32;

    private final Map<String, Design> designs;
    private final PrintWriter out;

    JtaScenario(Map<String, Design> designs, PrintWriter out) {
        this.designs = Map.copyOf(designs);
        this.out = out;
    }

    @Override
    public String name() {
        return "starting a server with the measuring servlet in it";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        field.ground().clear();
        var home = AppendHome.in(
                field.choice().work().resolve("append-home"), field.choice().server());
        // One lane and one connection for each caller, as at JDBC level; nobody but callers writes.
        Map<String, String> settings = Map.of(
                "WRIT_LANES", Integer.toString(CALLERS),
                "WRIT_DB_POOL", Integer.toString(CALLERS),
                "WRIT_LEDGER_WRITERS", "0");
        Rounds rounds = new Rounds();
        try (BenchServer server = BenchServer.start(field, home, "append-server", settings)) {
            Map<String, Design> both = new HashMap<>();
            both.put(Goals.L0X, Designs.named(Goals.L0X, designs));
            both.put(JTA, new JtaAppend(server.port()));
            new SliceRounds(both, out)
                    .measure(
                            rounds,
                            field.choice().rounds(),
                            List.of(Point.of(Goals.L0X, CALLERS), Point.of(JTA, CALLERS)),
                            SliceRun.beside(
                                    server::cpuNanos,
                                    field.cluster(),
                                    field.ground(),
                                    field.choice().pace()),
                            SliceRun.beside(server::cpuNanos, field.cluster(), field.ground(), Pace.WARM_SERVER));
        }
        notes.note("G4", outcome(rounds));
    }

    private static Outcome outcome(Rounds rounds) {
        Point jta = Point.of(JTA, CALLERS);
        Point base = Point.of(Goals.L0X, CALLERS);
        Spread rate = rounds.ratio(jta, base, SliceFigures::perSecond);
        Spread cpu = rounds.ratio(jta, base, SliceFigures::cpuMicros);
        String absolute = String.format(
                Locale.ROOT,
                " (%,.0f/s)",
                rounds.of(jta, SliceFigures::perSecond).median());
        return new Outcome.Measured(List.of(
                Leg.atLeast(rate.ratio() + " × L0x" + absolute, rate, 0.50, 0.58),
                Leg.atMost("CPU " + cpu.ratio() + " × L0x", cpu, 2.2, 1.9)));
    }
}
