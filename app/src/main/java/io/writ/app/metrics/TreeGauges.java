package io.writ.app.metrics;

import io.writ.governance.Measurement;
import io.writ.governance.Measurement.Kind;
import io.writ.ledger.LedgerException;
import io.writ.ledger.LedgerTree;
import io.writ.ledger.TreeLag;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;

/** How far the tree of the ledger is behind its lanes. Nothing is told while the database does not answer. */
final class TreeGauges implements Measurement.Gauges {

    private static final Logger LOG = System.getLogger(TreeGauges.class.getName());
    private static final double MILLIS_PER_SECOND = 1e3;

    private final LedgerTree tree;

    TreeGauges(LedgerTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Measurement> now() {
        try {
            TreeLag lag = tree.lag();
            return List.of(
                    gauge("writ_ledger_tree_leaves", (double) lag.treeSize()),
                    gauge(
                            "writ_ledger_inclusion_lag_seconds",
                            lag.oldestWaiting().toMillis() / MILLIS_PER_SECOND),
                    gauge("writ_ledger_sequencing", lag.sequencing() ? 1 : 0));
        } catch (LedgerException unanswered) {
            LOG.log(Level.DEBUG, "the lag of the tree is not known", unanswered);
            return List.of();
        }
    }

    private static Measurement gauge(String name, double value) {
        return new Measurement(name, Kind.GAUGE, Map.of(), value);
    }
}
