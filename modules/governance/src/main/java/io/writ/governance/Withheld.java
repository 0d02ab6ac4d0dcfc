package io.writ.governance;

import java.util.List;

/**
 * A source whose existence is no secret, but whose content is withheld from this caller.
 *
 * @param kind {@code view} or {@code collection}
 * @param words what people call it, so that a question about it can be told "you may not" instead of "nothing found"
 */
public record Withheld(String kind, String name, String title, List<String> words) {

    public Withheld {
        words = List.copyOf(words);
    }
}
