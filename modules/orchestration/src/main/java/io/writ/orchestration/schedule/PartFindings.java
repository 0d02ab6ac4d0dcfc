package io.writ.orchestration.schedule;

import io.writ.orchestration.plan.Part;
import java.util.List;

/** What a part of a question brought: the findings of its step, and of the other way if that was tried. */
public record PartFindings(Part part, List<Findings> attempts) {

    public PartFindings {
        attempts = List.copyOf(attempts);
    }
}
