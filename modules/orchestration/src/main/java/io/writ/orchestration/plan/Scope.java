package io.writ.orchestration.plan;

import java.util.Set;

/**
 * A part of the documents.
 *
 * @param prefix where its objects live
 * @param title for people
 * @param words folded words by which the catalogue names it
 */
public record Scope(String prefix, String title, Set<String> words) {

    public Scope {
        words = Set.copyOf(words);
    }
}
