package io.writ.governance.policy.rego.value;

import java.util.Arrays;

/** Finds a key of a large object by its hash; open addressing, at most half full. */
final class KeyIndex {

    private final RegoValue[] keys;
    private final int[] positions;
    private final int mask;

    KeyIndex(RegoValue[] keys) {
        this.keys = keys;
        this.positions = new int[Integer.highestOneBit(keys.length) * 4];
        this.mask = positions.length - 1;
        Arrays.fill(positions, -1);
        for (int i = 0; i < keys.length; i++) {
            int place = spread(keys[i]) & mask;
            while (positions[place] >= 0) {
                place = (place + 1) & mask;
            }
            positions[place] = i;
        }
    }

    /** Where the key is, or -1. */
    int position(RegoValue key) {
        int place = spread(key) & mask;
        while (positions[place] >= 0) {
            if (keys[positions[place]].equals(key)) {
                return positions[place];
            }
            place = (place + 1) & mask;
        }
        return -1;
    }

    private static int spread(RegoValue key) {
        int hash = key.hashCode();
        return hash ^ (hash >>> 16);
    }
}
