package io.writ.ledger.tree;

import io.writ.ledger.LedgerTree;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/** The product's tree over any data source. */
@NullMarked
public final class TreeReading {

    private TreeReading() {}

    public static LedgerTree over(DataSource database) {
        return new DatabaseTree(database, Clock.systemUTC());
    }
}
