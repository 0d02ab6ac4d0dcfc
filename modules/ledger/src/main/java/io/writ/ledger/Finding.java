package io.writ.ledger;

/**
 * Something that does not hold, is missing, or is told by the log itself.
 *
 * @param what goes on after the place: "it is missing"
 */
public record Finding(Verdict verdict, Place place, String what) {

    public Finding {
        if (verdict == Verdict.INTACT) {
            throw new IllegalArgumentException("what is intact is no finding: " + what);
        }
    }

    /** Place and fact in one line. */
    public String sentence() {
        return place.text() + ": " + what;
    }
}
