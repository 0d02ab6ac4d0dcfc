package io.writ.governance.policy.backtest;

/** A backtest cannot be begun or finished; the message is one sentence for whoever ordered it. */
public final class BacktestFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;

    public BacktestFailure(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /** The message, which is never absent. */
    public String problem() {
        return problem;
    }
}
