package io.writ.governance.writ;

/** Ends a check at the first thing that does not hold. */
final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Found found;

    Broken(Fault fault, String place) {
        super(place, null, false, false);
        this.found = new Found(fault, place);
    }

    Found found() {
        return found;
    }

    static void unless(boolean holds, Fault fault, String place) {
        if (!holds) {
            throw new Broken(fault, place);
        }
    }
}
