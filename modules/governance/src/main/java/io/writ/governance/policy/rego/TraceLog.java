package io.writ.governance.policy.rego;

import java.util.Arrays;

/**
 * What the rule bodies did in one evaluation, as bits. Which values went into which is kept in a journal: a call that
 * gives a value leaves the bodies behind it there, and whoever fails takes away what was written since it began. The
 * journal is bounded by the steps, since each entry costs several.
 */
final class TraceLog {

    /** Bits of the pointers a body read. */
    static final long READS = (1L << 62) - 1;

    static final long MATCHED = 1L << 62;
    static final long ENTERED = Long.MIN_VALUE;

    private final long[] states;
    private final int[] order;
    private int entered;
    private int[] journal = new int[64];
    private int written;

    /** Slices of the journal that belong to a memoised rule, written once and referred to by their number. */
    private int[] slices = new int[64];

    private int slicesSize;
    private int[] sliceEnds = new int[32];
    private int sliceCount;

    TraceLog(int bodies) {
        this.states = new long[bodies];
        this.order = new int[bodies];
    }

    void enter(int body) {
        if ((states[body] & ENTERED) == 0) {
            states[body] |= ENTERED;
            order[entered++] = body;
        }
    }

    void read(int body, long pointers) {
        states[body] |= pointers;
    }

    void match(int body) {
        states[body] |= MATCHED;
    }

    int position() {
        return written;
    }

    /** Forgets what was written since. */
    void backTo(int position) {
        written = position;
    }

    void write(int entry) {
        if (written == journal.length) {
            journal = Arrays.copyOf(journal, written * 2);
        }
        journal[written++] = entry;
    }

    /** Moves what was written since into a slice, and answers the entry that stands for it. */
    int slice(int since) {
        int length = written - since;
        if (slicesSize + length > slices.length) {
            slices = Arrays.copyOf(slices, (slicesSize + length) * 2);
        }
        System.arraycopy(journal, since, slices, slicesSize, length);
        slicesSize += length;
        if (sliceCount == sliceEnds.length) {
            sliceEnds = Arrays.copyOf(sliceEnds, sliceCount * 2);
        }
        sliceEnds[sliceCount++] = slicesSize;
        written = since;
        return -sliceCount;
    }

    int entered() {
        return entered;
    }

    int body(int place) {
        return order[place];
    }

    long state(int body) {
        return states[body];
    }

    /** The bodies that the journal leads to. */
    boolean[] contributors() {
        boolean[] contributors = new boolean[states.length];
        boolean[] seen = new boolean[sliceCount];
        follow(journal, 0, written, contributors, seen);
        return contributors;
    }

    private void follow(int[] entries, int from, int to, boolean[] contributors, boolean[] seen) {
        for (int i = from; i < to; i++) {
            int entry = entries[i];
            if (entry >= 0) {
                contributors[entry] = true;
            } else if (!seen[-entry - 1]) {
                int slice = -entry - 1;
                seen[slice] = true;
                follow(slices, slice == 0 ? 0 : sliceEnds[slice - 1], sliceEnds[slice], contributors, seen);
            }
        }
    }
}
