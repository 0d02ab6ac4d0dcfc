package io.writ.evidence.finalization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Lays a claim over one record.
 *
 * <p>Every token of the claim must be a name of a fact, a value, a key, a function word or a word of the record's
 * context. A name binds the value right behind it if that is its own; of what is left, the first name goes with the
 * first value, the second with the second, and so on, so that values cannot be swapped between fields.
 */
final class RecordMatch {

    /** What came out. */
    enum Answer {
        SAID,
        ALTERED,
        NOTHING
    }

    private final FactRecord record;
    private final List<Fact> facts;
    private final List<Fact> keys;
    private final List<Set<Fact>> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final Set<Fact> keysNamed = new HashSet<>();
    private boolean paired;

    private RecordMatch(FactRecord record, List<Fact> facts, List<Fact> keys) {
        this.record = record;
        this.facts = facts;
        this.keys = keys;
    }

    /** Tries keys as keys first, then as facts like others ("the status is active, the count is 3"). */
    static Answer of(List<Token> claim, FactRecord record) {
        Answer asKeys = new RecordMatch(record, record.facts(), record.keys()).answer(claim);
        if (asKeys == Answer.SAID || record.keys().isEmpty()) {
            return asKeys;
        }
        List<Fact> all = new ArrayList<>(record.keys());
        all.addAll(record.facts());
        Answer asFacts = new RecordMatch(record, all, List.of()).answer(claim);
        return asFacts == Answer.NOTHING ? asKeys : asFacts;
    }

    private Answer answer(List<Token> claim) {
        int index = 0;
        while (index < claim.size()) {
            int length = mention(claim, index);
            if (length == 0) {
                return Answer.NOTHING;
            }
            index += length;
        }
        return namesAllKeys() ? binding() : Answer.NOTHING;
    }

    /** Takes in what stands at the index and returns its length; 0 for a word that has no place in this record. */
    private int mention(List<Token> claim, int index) {
        int pair = pair(claim, index);
        if (pair > 0) {
            return pair;
        }
        int key = longest(keys, false, claim, index);
        int value = longest(facts, false, claim, index);
        int name = longest(facts, true, claim, index);
        if (key > 0 && key >= Math.max(value, name)) {
            keysNamed.addAll(matching(keys, false, claim, index, key));
            return key;
        }
        if (value > 0 && value >= name) {
            values.add(new Value(matching(facts, false, claim, index, value), claim.get(index)));
            return value;
        }
        if (name > 0) {
            names.add(matching(facts, true, claim, index, name));
            return name;
        }
        Token token = claim.get(index);
        if (token.is(TokenKind.FIGURE)) {
            values.add(new Value(Set.of(), token));
            return 1;
        }
        boolean harmless = token.isFunctionWord()
                || Lexicon.RECORD_WORDS.contains(token.text())
                || record.context().contains(token.text());
        return harmless && !token.is(TokenKind.NEGATION) ? 1 : 0;
    }

    /** A name with its value right behind it, as in "status is active", is bound on the spot. */
    private int pair(List<Token> claim, int index) {
        for (Fact fact : record.keys()) {
            int length = pairLength(fact, claim, index);
            if (length > 0) {
                keysNamed.add(fact);
                return length;
            }
        }
        for (Fact fact : record.facts()) {
            int length = pairLength(fact, claim, index);
            if (length > 0) {
                paired = true;
                return length;
            }
        }
        return 0;
    }

    private static int pairLength(Fact fact, List<Token> claim, int index) {
        int name = Fact.longestAt(fact.names(), claim, index);
        int at = index + name;
        while (name > 0 && at < claim.size() && claim.get(at).isFunctionWord()) {
            at++;
        }
        int value = name > 0 ? Fact.longestAt(fact.values(), claim, at) : 0;
        return value > 0 ? at + value - index : 0;
    }

    private boolean namesAllKeys() {
        if (!record.namedByAllKeys()) {
            return true;
        }
        Set<Fact> named = new HashSet<>(keysNamed);
        values.forEach(value -> named.addAll(value.facts()));
        return named.containsAll(record.keys());
    }

    private Answer binding() {
        if (names.isEmpty() && !paired && record.onlyCounts() && values.size() == 1) {
            names.add(Set.copyOf(record.facts()));
        }
        if (names.size() != values.size() || (names.isEmpty() && !paired)) {
            return Answer.NOTHING;
        }
        Answer answer = Answer.SAID;
        for (int index = 0; index < names.size(); index++) {
            Set<Fact> named = names.get(index);
            Value value = values.get(index);
            if (value.facts().stream().noneMatch(named::contains)) {
                boolean figure =
                        value.first().is(TokenKind.FIGURE) && named.stream().anyMatch(Fact::hasFigure);
                if (!figure) {
                    return Answer.NOTHING;
                }
                answer = Answer.ALTERED;
            }
        }
        return answer;
    }

    private static int longest(List<Fact> facts, boolean byName, List<Token> claim, int index) {
        int longest = 0;
        for (Fact fact : facts) {
            longest = Math.max(longest, Fact.longestAt(byName ? fact.names() : fact.values(), claim, index));
        }
        return longest;
    }

    private static Set<Fact> matching(List<Fact> facts, boolean byName, List<Token> claim, int index, int length) {
        List<Token> said = claim.subList(index, index + length);
        Set<Fact> matching = new HashSet<>();
        for (Fact fact : facts) {
            if ((byName ? fact.names() : fact.values()).contains(said)) {
                matching.add(fact);
            }
        }
        return matching;
    }

    /** A value in the claim: the facts that have it, none for a figure the record does not hold. */
    private record Value(Set<Fact> facts, Token first) {}
}
