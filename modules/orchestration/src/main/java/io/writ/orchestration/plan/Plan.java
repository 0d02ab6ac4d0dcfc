package io.writ.orchestration.plan;

import java.util.List;

/** How to answer a question. A plan without parts says that the question is too vague to read anything for. */
public record Plan(List<Part> parts) {

    public Plan {
        parts = List.copyOf(parts);
    }

    public boolean isVague() {
        return parts.isEmpty();
    }
}
