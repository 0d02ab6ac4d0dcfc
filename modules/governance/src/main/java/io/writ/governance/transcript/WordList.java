package io.writ.governance.transcript;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Words that recur in one text: each stands in it once, and whatever uses it names its place, counted from 0. */
final class WordList {

    private final SequencedMap<String, Integer> places = new LinkedHashMap<>();
    private int length;

    /** Where the word stands; a new one comes last. */
    int place(String word) {
        Integer known = places.get(word);
        if (known != null) {
            return known;
        }
        int next = places.size();
        places.put(word, next);
        length += word.length();
        return next;
    }

    /** In the order of their places. */
    Collection<String> words() {
        return places.sequencedKeySet();
    }

    /** Characters of all words together. */
    int length() {
        return length;
    }
}
