package io.writ.evidence.finalization;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A row or an aggregate group.
 *
 * @param keys what tells it from other records: primary-key values, group values
 * @param facts what it says
 * @param context words that may stand in a claim about it without being checked, such as those of the view's name
 * @param namedByAllKeys whether a claim must name every key; true for groups, which have nothing else to go by
 * @param onlyCounts whether its one fact is a count, which a claim need not name: "3 active customers"
 */
record FactRecord(List<Fact> keys, List<Fact> facts, Set<String> context, boolean namedByAllKeys, boolean onlyCounts) {

    FactRecord {
        keys = List.copyOf(keys);
        facts = List.copyOf(facts);
        context = Set.copyOf(context);
    }

    /** Everything a claim about this record may be made of. */
    Stream<Token> tokens() {
        return Stream.concat(keys.stream(), facts.stream())
                .flatMap(fact -> Stream.concat(fact.names().stream(), fact.values().stream()))
                .flatMap(List::stream);
    }
}
