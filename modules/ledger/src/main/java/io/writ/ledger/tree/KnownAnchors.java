package io.writ.ledger.tree;

import io.writ.ledger.persistence.StoredAnchors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The anchors of this process against those that leaders had before. Each process is told of its anchors by itself, and
 * the one that is told of the fewest must not be the one that finds nothing lost.
 */
final class KnownAnchors {

    private final List<String> configured;

    KnownAnchors(List<String> configured) {
        this.configured = List.copyOf(configured);
    }

    /** A sentence for each anchor that is missing here. */
    List<String> objections(Connection connection) throws SQLException {
        return new StoredAnchors(connection)
                .used().stream()
                        .filter(anchor -> anchor.retired().isEmpty())
                        .map(StoredAnchors.Used::name)
                        .filter(name -> !configured.contains(name))
                        .map(KnownAnchors::missing)
                        .toList();
    }

    /** From now on they are missed wherever they are not. */
    void remember(Connection connection) throws SQLException {
        if (!configured.isEmpty()) {
            new StoredAnchors(connection).use(configured);
        }
        connection.commit();
    }

    private static String missing(String name) {
        return "The ledger does not sequence: it has the anchor " + name + ", and this process does not have it in"
                + " WRIT_LEDGER_ANCHORS. Add it here, or give it up for good with ./writ ledger retire-anchor. Decisions"
                + " are recorded meanwhile, without a checkpoint.";
    }
}
