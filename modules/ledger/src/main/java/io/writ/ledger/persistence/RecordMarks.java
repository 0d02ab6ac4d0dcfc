package io.writ.ledger.persistence;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is said of a record's place among others: in its canonical text, which is hashed, and in columns, which can be
 * counted. The two must agree.
 *
 * @param kind number of its kind
 * @param event what it is about, of an intent only
 * @param tenant whose it is
 * @param session the run that it belongs to
 * @param closes the intent that it ends
 * @param units evidence units of an answered call, absent for anything else
 * @param afterEnd its run had ended when it was written
 */
public record RecordMarks(
        int kind,
        Optional<String> event,
        Optional<String> tenant,
        Optional<String> session,
        Optional<String> closes,
        OptionalInt units,
        boolean afterEnd) {

    /** Whether the text says the same; one that names no tenant was not written by this server and claims none. */
    public boolean agreesWith(RecordMarks text) {
        return kind == text.kind
                && event.equals(text.event)
                && (text.tenant.isEmpty() || tenant.equals(text.tenant))
                && session.equals(text.session)
                && closes.equals(text.closes)
                && units.equals(text.units)
                && afterEnd == text.afterEnd;
    }
}
