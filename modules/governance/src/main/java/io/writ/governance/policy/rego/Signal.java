package io.writ.governance.policy.rego;

/** What a statement tells its block: go on, leave so many blocks, or return. An {@code int}, because it is hot. */
final class Signal {

    /** Go on with the next statement. */
    static final int NEXT = 0;

    /** The statement is undefined: leave the block it stands in. */
    static final int UNDEFINED = 1;

    /** The function has its value. */
    static final int RETURN = Integer.MAX_VALUE;

    private Signal() {}

    /** Leaves the block at this index, counted from the innermost, which is 0. */
    static int leave(int index) {
        return index + 1;
    }

    /** What a block that was left means for the block around it. */
    static int outward(int signal) {
        return signal == RETURN ? RETURN : signal - 1;
    }
}
