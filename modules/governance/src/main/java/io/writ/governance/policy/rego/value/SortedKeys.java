package io.writ.governance.policy.rego.value;

import java.util.Arrays;

/** Search and insertion in an array whose first elements are sorted. */
final class SortedKeys {

    private SortedKeys() {}

    /** Where the key is, or the complement of where it belongs. */
    static int place(RegoValue[] keys, int size, RegoValue key) {
        if (size == 0 || keys[size - 1].compareTo(key) < 0) {
            return ~size;
        }
        return Arrays.binarySearch(keys, 0, size, key);
    }

    /** The array with one more element; the same one when it has room. */
    static RegoValue[] inserted(RegoValue[] elements, int size, int place, RegoValue value) {
        RegoValue[] roomy = size < elements.length ? elements : Arrays.copyOf(elements, size * 2 + 4);
        System.arraycopy(roomy, place, roomy, place + 1, size - place);
        roomy[place] = value;
        return roomy;
    }
}
