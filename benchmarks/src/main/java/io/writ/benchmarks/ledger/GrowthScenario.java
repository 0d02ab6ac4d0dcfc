package io.writ.benchmarks.ledger;

import io.writ.cli.database.DatabaseAccess;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** G14: the same slices on a small ledger and on a large one, which are not emptied in between. */
final class GrowthScenario implements Scenario {

    private static final int CALLERS = 16;
    private static final int SMALL = 10_000;
    private static final int LARGE = 1_000_000;

    private final Map<String, Design> designs;
    private final PrintWriter out;

    GrowthScenario(Map<String, Design> designs, PrintWriter out) {
        this.designs = Map.copyOf(designs);
        this.out = out;
    }

    @Override
    public String name() {
        return "loading a ledger of 10,000 entries, and then of a million with their evidence";
    }

    @Override
    public void run(Field field, Notes notes) throws SQLException {
        field.ground().clear();
        LedgerLoader loader = new LedgerLoader(field.cluster().access(), field.source());
        loader.load(SMALL);
        Spread small = ratio(field);
        loader.load(LARGE);
        field.ground().run("vacuum analyze");
        field.ground().run("checkpoint");
        Spread large = ratio(field);
        new LedgerCheck(field.ground()).ledger("growing to a million entries");
        double kept = large.median() / small.median();
        String text =
                String.format(Locale.ROOT, "%.2f (%.2f at 1 M, %.2f at 10 k)", kept, large.median(), small.median());
        notes.note("G14", new Outcome.Measured(List.of(new Leg(text, kept, true, 0.90, 0.97))));
    }

    private Spread ratio(Field field) throws SQLException {
        Rounds rounds = new Rounds();
        Map<String, Design> both = Map.of(
                Goals.L0X,
                Designs.named(Goals.L0X, designs),
                Goals.T,
                new CheckedLater(Designs.named(Goals.T, designs)));
        Point t = Point.of(Goals.T, CALLERS);
        Point base = Point.of(Goals.L0X, CALLERS);
        new SliceRounds(both, out)
                .measure(
                        rounds,
                        field.choice().rounds(),
                        List.of(base, t),
                        SliceRun.onGrowingTables(
                                field.cluster(), field.ground(), field.choice().pace()),
                        SliceRun.onGrowingTables(field.cluster(), field.ground(), Pace.WARM_UP));
        return rounds.ratio(t, base, SliceFigures::perSecond);
    }

    /** Its rows are counted after a slice; its chains are hashed again once, at the end. */
    private record CheckedLater(Design design) implements Design {

        @Override
        public Leaves leaves() {
            return Leaves.DECISIONS;
        }

        @Override
        public Opened open(DatabaseAccess access, int callers) throws SQLException {
            return design.open(access, callers);
        }
    }
}
