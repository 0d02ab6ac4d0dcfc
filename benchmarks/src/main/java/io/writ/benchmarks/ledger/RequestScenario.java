package io.writ.benchmarks.ledger;

import io.writ.cli.server.ServerHome;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * G19: whole requests to the real server, in rounds with rows of the same size without a ledger, and with the smaller
 * rows that every other goal is formed with.
 */
final class RequestScenario implements Scenario {

    private static final String REQUEST = "HTTP";
    private static final String SAME_ROWS = "L0x, same rows";
    private static final int CALLERS = 32;

    /** Until the processor time of a request falls no more. */
    private static final int WARM_UP_SLICES = 3;

    private static final String AVERAGE = "select coalesce(avg(octet_length(%s)), 0)::bigint from writ.decision"
            + " where event = 'operator_call' and tenant_id <> '" + Decisions.WITHOUT_LEDGER.value() + "'";

    private final Map<String, Design> designs;
    private final PrintWriter out;

    RequestScenario(Map<String, Design> designs, PrintWriter out) {
        this.designs = Map.copyOf(designs);
        this.out = out;
    }

    @Override
    public String name() {
        return "starting the server for whole requests";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        field.ground().clear();
        Map<String, String> settings =
                Map.of("WRIT_LEDGER_KEY", BenchServer.key(field.choice().work()).toString());
        Rounds rounds = new Rounds();
        try (BenchServer server =
                BenchServer.start(field, new ServerHome(field.choice().server()), "request-server", settings)) {
            SliceRun warmUp = SliceRun.beside(server::cpuNanos, field.cluster(), field.ground(), Pace.WARM_SERVER);
            Design requests = new HttpRequests(server.port());
            for (int slice = 0; slice < WARM_UP_SLICES; slice++) {
                warmUp.measure(Point.of(REQUEST, CALLERS), requests);
            }
            Decisions.Shape shape = shape(field.ground());
            out.println("a decision of fetch_rows holds " + shape.canonicalBytes() + " canonical bytes and "
                    + shape.inputBytes() + " of policy input");
            out.flush();
            Map<String, Design> three = new HashMap<>();
            three.put(Goals.L0X, Designs.named(Goals.L0X, designs));
            three.put(SAME_ROWS, new PlainRows(new Decisions.Source(shape, Decisions.WITHOUT_LEDGER)));
            three.put(REQUEST, requests);
            new SliceRounds(three, out)
                    .measure(
                            rounds,
                            field.choice().rounds(),
                            three.keySet().stream()
                                    .map(name -> Point.of(name, CALLERS))
                                    .toList(),
                            SliceRun.beside(
                                    server::cpuNanos,
                                    field.cluster(),
                                    field.ground(),
                                    field.choice().pace()),
                            warmUp);
        }
        notes.note("G19", outcome(rounds));
    }

    private static Decisions.Shape shape(Ground ground) throws SQLException {
        int canonical = (int) ground.number(AVERAGE.formatted("canonical"));
        int input = (int) ground.number(AVERAGE.formatted("policy_input"));
        return new Decisions.Shape(canonical, input, 1, true);
    }

    private static Outcome outcome(Rounds rounds) {
        Point request = Point.of(REQUEST, CALLERS);
        Spread small = rounds.ratio(request, Point.of(Goals.L0X, CALLERS), SliceFigures::perSecond);
        Spread same = rounds.ratio(request, Point.of(SAME_ROWS, CALLERS), SliceFigures::perSecond);
        String absolute = String.format(
                Locale.ROOT,
                "%,.0f/s, %.0f µs CPU",
                rounds.of(request, SliceFigures::perSecond).median(),
                rounds.of(request, SliceFigures::cpuMicros).median());
        return new Outcome.Measured(List.of(
                Leg.atLeast(same.ratio() + " × L0x with the same rows", same, 0.25, 0.40),
                Leg.atLeast(small.ratio() + " × L0x (" + absolute + ")", small, 0, 0)));
    }
}
