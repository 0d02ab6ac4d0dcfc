package io.writ.governance;

/** The answer to a caller who orders a backtest or looks at one. */
public sealed interface BacktestOutcome {

    record Seen(BacktestView backtest) implements BacktestOutcome {}

    record Refused(Refusal refusal) implements BacktestOutcome {}
}
