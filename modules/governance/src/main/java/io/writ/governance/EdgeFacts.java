package io.writ.governance;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the application says about its own gates, for the posture.
 *
 * @param facts by name
 */
public record EdgeFacts(SortedMap<String, String> facts) {

    public EdgeFacts(Map<String, String> facts) {
        this(new TreeMap<>(facts));
    }

    public EdgeFacts {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    }
}
