package io.writ.orchestration.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Copies that keep their order: a plan must read the same every time. */
final class Frozen {

    private Frozen() {}

    static SequencedMap<String, String> copyOf(SequencedMap<String, String> map) {
        return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
