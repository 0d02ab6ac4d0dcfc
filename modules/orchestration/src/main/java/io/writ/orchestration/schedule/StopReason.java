package io.writ.orchestration.schedule;

/** Why a step was not carried out to its end. */
public enum StopReason {
    BUDGET_CALLS("the budget allows no more calls"),
    BUDGET_BYTES("the budget allows no more bytes"),
    BUDGET_WALLCLOCK("the time of the budget is used up"),
    BUDGET_STEPS("the budget allows no more steps"),
    INTERRUPTED("the run was interrupted"),
    FAILED("a call broke down unexpectedly");

    private final String sentence;

    StopReason(String sentence) {
        this.sentence = sentence;
    }

    /** For a reader of the run. */
    public String sentence() {
        return sentence;
    }
}
