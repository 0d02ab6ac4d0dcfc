package io.writ.ledger.persistence;

import java.util.UUID;

/**
 * A partition of bodies.
 *
 * @param parent the table it belongs to
 * @param name its own
 * @param from the smallest id it takes
 * @param below the smallest one it does not
 */
public record MonthRow(String parent, String name, UUID from, UUID below) {

    /** As a statement names it. */
    String quotedName() {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
