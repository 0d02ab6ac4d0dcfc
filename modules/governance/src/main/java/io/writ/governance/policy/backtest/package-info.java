/**
 * Asks recorded questions again: the bundle that decided must give the recorded result (replay), and a candidate shows
 * what it would have decided otherwise (backtest). Nothing here decides about a call, and nothing here releases data.
 * Start at {@link io.writ.governance.policy.backtest.Replay} and {@link io.writ.governance.policy.backtest.Backtest}.
 */
package io.writ.governance.policy.backtest;
