package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which places of the input a local may hold, known before anything runs.
 *
 * @param pointers JSON pointers; {@code *} stands for any element and for a key that is computed
 * @param noted the statement that took it out of the input stands in the same rule body, and notes the pointer there
 */
record Origin(List<String> pointers, boolean noted) {

    static final Origin NONE = new Origin(List.of(), true);
    static final Origin INPUT = new Origin(List.of(""), false);

    /** Past this many, what they have in common is said instead; only rules made by a generator get there. */
    private static final int POINTERS_MAX = 8;

    /** Past this length the place that was reached stands for all below it; inputs are not nested so deeply. */
    private static final int LENGTH_MAX = 512;

    private static final String ANY = "*";

    Origin {
        pointers = List.copyOf(pointers);
    }

    boolean isNone() {
        return pointers.isEmpty();
    }

    /** What is under a key; null when the key is not known yet. */
    Origin child(@Nullable RegoValue key) {
        String step = "/" + step(key);
        return new Origin(pointers.stream().map(pointer -> below(pointer, step)).toList(), true);
    }

    private static String below(String pointer, String step) {
        return pointer.length() + step.length() > LENGTH_MAX ? pointer : pointer + step;
    }

    private static String step(@Nullable RegoValue key) {
        return switch (key) {
            case RegoString name -> name.value().replace("~", "~0").replace("/", "~1");
            case RegoNumber index -> index.toString();
            case null, default -> ANY;
        };
    }

    /** The same places, seen from another body. */
    Origin elsewhere() {
        return isNone() ? NONE : new Origin(pointers, false);
    }

    Origin or(Origin other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        SortedSet<String> both = new TreeSet<>(pointers);
        both.addAll(other.pointers);
        List<String> either = both.size() <= POINTERS_MAX ? List.copyOf(both) : List.of(common(both));
        return new Origin(either, noted && other.noted);
    }

    /** The place that all of them are within. */
    private static String common(SortedSet<String> pointers) {
        String first = pointers.first();
        String last = pointers.last();
        int length = 0;
        int whole = 0;
        while (length < Math.min(first.length(), last.length()) && first.charAt(length) == last.charAt(length)) {
            length++;
            if (length == first.length() || first.charAt(length) == '/') {
                whole = length;
            }
        }
        return first.substring(0, whole);
    }
}
