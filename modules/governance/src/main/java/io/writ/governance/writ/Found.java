package io.writ.governance.writ;

/**
 * A fault and where it is.
 *
 * @param place the part of the file: {@code envelope}, or members and positions such as {@code ledger.entries[3].path}
 */
public record Found(Fault fault, String place) {

    /** One sentence for a person. */
    public String sentence() {
        return place + ": " + fault.sentence();
    }
}
