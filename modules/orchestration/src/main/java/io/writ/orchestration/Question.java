package io.writ.orchestration;

import io.writ.evidence.Budget;
import java.util.Optional;

/** A question and what its answer may cost; without a budget the configured default applies. */
public record Question(String text, Optional<Budget> budget) {

    /** Longer text is not a question; it would only burn the planner. */
    public static final int LENGTH_MAX = 4_096;

    public Question {
        if (text.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("query must have at most " + LENGTH_MAX + " characters");
        }
    }
}
