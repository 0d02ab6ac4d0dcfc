package io.writ.evidence;

import java.util.List;

/** A question back to the asker, with safe ways to go on. */
public record Clarification(String question, List<String> options) {

    public Clarification {
        options = List.copyOf(options);
    }
}
