package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A decision that its gate let through, with what the gate told.
 *
 * @param <T> what the gate tells
 */
record Passed<T>(Queued<T> decision, T value) {

    static <T> Passed<T> of(Queued<T> decision, ResultSet row) throws SQLException {
        return new Passed<>(decision, decision.gate().read(row));
    }

    /** Of a gate that need not be asked. */
    static <T> Optional<Passed<T>> unasked(Queued<T> decision) {
        return decision.gate().unasked().map(value -> new Passed<>(decision, value));
    }

    void recorded() {
        decision.settle(new Attempt.Recorded<>(value));
    }
}
