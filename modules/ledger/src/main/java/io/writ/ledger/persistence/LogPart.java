package io.writ.ledger.persistence;

import java.io.IOException;
import java.sql.SQLException;

/**
 * A part of a log that one thread walks while others walk other parts.
 *
 * @param <V> what sees it
 */
@FunctionalInterface
public interface LogPart<V> {

    void show(V visitor) throws IOException, SQLException;
}
