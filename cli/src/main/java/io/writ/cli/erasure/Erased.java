package io.writ.cli.erasure;

import java.util.List;

/** What an erasure takes away, or would. */
record Erased(List<Count> counts) {

    Erased {
        counts = List.copyOf(counts);
    }

    /**
     * One kind of it.
     *
     * @param name in the record of the erasure
     * @param words for a reader
     */
    record Count(String name, String words, long rows) {}

    /** Whether nothing is held about the person. */
    boolean isNothing() {
        return counts.stream().allMatch(count -> count.rows() == 0);
    }
}
