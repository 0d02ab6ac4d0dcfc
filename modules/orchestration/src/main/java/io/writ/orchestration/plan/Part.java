package io.writ.orchestration.plan;

import java.util.List;
import java.util.Optional;

/**
 * One part of a question: what is asked, how to answer it, and the one other way to try.
 *
 * @param text the clause as written
 * @param content the words it is about
 * @param topicOnly whether it names a topic without asking anything about it
 */
public record Part(String text, List<Word> content, boolean topicOnly, PlanStep step, Optional<PlanStep> fallback) {

    public Part {
        content = List.copyOf(content);
    }
}
