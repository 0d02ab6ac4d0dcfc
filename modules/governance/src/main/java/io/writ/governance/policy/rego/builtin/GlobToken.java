package io.writ.governance.policy.rego.builtin;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Which characters may stand at one place, and how many of them.
 *
 * @param characters null for every character
 * @param isSet whether they were written in brackets: OPA tells {@code [a]} from {@code a} where it simplifies
 */
record GlobToken(@Nullable BitSet characters, boolean isSet, Count count) {

    /** A comparison takes them 64 at once. */
    private static final int CHARACTERS_PER_STEP = 1_024;

    /** How often. */
    enum Count {
        ONCE,
        SOME,
        ANY
    }

    boolean isRepeated() {
        return count != Count.ONCE;
    }

    GlobToken repeated(Count often) {
        return new GlobToken(characters, isSet, often);
    }

    /** What it costs to make it or to compare it, in steps. */
    long cost() {
        return characters == null ? 1L : 1L + characters.length() / CHARACTERS_PER_STEP;
    }

    /** Whether one character fits both. A point fits an empty set in OPA. */
    boolean matches(GlobToken other) {
        return characters == null || other.characters == null || characters.intersects(other.characters);
    }

    boolean equalsButForTimes(GlobToken other) {
        return equals(other.repeated(count));
    }
}
