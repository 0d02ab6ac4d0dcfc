package io.writ.governance.policy.check;

/**
 * The ways that lead out of a statement or block, as a set of bits: go on, undefined, leave so many blocks, return. See
 * the evaluator's signals.
 */
final class Exits {

    static final long NEXT = 1;
    static final long UNDEFINED = 2;
    static final long BOTH = NEXT | UNDEFINED;
    static final long RETURN = 1L << 62;

    private static final int DEPTH_MAX = 58;

    private Exits() {}

    static long leave(int index) {
        return 1L << Math.min(index + 1, DEPTH_MAX);
    }

    static boolean goesOn(long exits) {
        return (exits & NEXT) != 0;
    }

    static boolean failsOnly(long exits) {
        return exits == UNDEFINED;
    }

    /** What the ways out of a block mean for the block around it; those that end with this block are no longer there. */
    static long outward(long exits) {
        long further = exits & ~BOTH & ~RETURN;
        return (further >> 1) | (exits & RETURN);
    }

    /** What may fail does so only where it has no certain value. */
    static long of(Slot slot) {
        return slot.certain() ? NEXT : BOTH;
    }
}
