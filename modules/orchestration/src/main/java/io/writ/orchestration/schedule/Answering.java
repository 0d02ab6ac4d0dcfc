package io.writ.orchestration.schedule;

import io.writ.orchestration.plan.Part;

/** Tells whether findings answer a part, so that another way is tried only when they do not. */
@FunctionalInterface
public interface Answering {

    boolean isAnswered(Part part, Findings findings);
}
