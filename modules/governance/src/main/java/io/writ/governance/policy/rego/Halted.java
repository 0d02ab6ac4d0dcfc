package io.writ.governance.policy.rego;

/** Carries a final outcome out of the depth of an evaluation. Without a stack trace: it is an answer, not a fault. */
final class Halted extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Evaluation outcome;

    Halted(Evaluation outcome) {
        super("evaluation halted", null, false, false);
        this.outcome = outcome;
    }

    Evaluation outcome() {
        return outcome;
    }
}
