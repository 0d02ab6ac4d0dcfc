package io.writ.governance;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/**
 * The smallest changes, among the attributes that policy declares open to change, under which it would have allowed.
 *
 * @param alternatives each one a set of changes that together would do; all of the same, smallest size; empty when none
 *     was found
 * @param complete everything declared was tried up to that size, which is two at most; otherwise a bound was
 *     reached first
 */
public record LeastChange(List<List<Change>> alternatives, boolean complete) {

    public LeastChange {
        alternatives = alternatives.stream().map(List::copyOf).toList();
    }

    /**
     * One change of what policy was asked.
     *
     * @param pointer RFC 6901 into the question; ends in {@code -} for an element that is added
     * @param from absent when something is added
     * @param to absent when something is taken away
     */
    public record Change(String pointer, Optional<JsonValue> from, Optional<JsonValue> to) {}
}
