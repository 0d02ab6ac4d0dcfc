package io.writ.governance.policy.rego;

/** One instruction of a plan. Immutable; everything that changes is in the frame. */
sealed interface Statement permits Access, Assignment, Check, Construction, Flow, Growth, Invocation, Tracing {

    /** Runs it and answers a {@link Signal}. */
    int run(Frame frame);
}
