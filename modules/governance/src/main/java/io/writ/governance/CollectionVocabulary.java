package io.writ.governance;

import java.util.List;

/** The words for one document collection; the prefix is where its objects live. */
public record CollectionVocabulary(String name, String title, String prefix, List<String> words) {

    public CollectionVocabulary {
        words = List.copyOf(words);
    }
}
