package io.writ.governance.policy;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which JSON fields survive redaction. An empty allow list means none survive. */
public sealed interface FieldRule {

    /** No field is removed. */
    record All() implements FieldRule {}

    /** Only these survive. */
    record Only(SortedSet<String> names) implements FieldRule {
        public Only {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }

    /** These are removed. */
    record Except(SortedSet<String> names) implements FieldRule {
        public Except {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }
    }
}
