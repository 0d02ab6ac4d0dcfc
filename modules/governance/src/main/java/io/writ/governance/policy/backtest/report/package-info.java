/**
 * What a backtest found, and its forms: JSON, Markdown, JUnit XML, and the signed envelope that a promotion may demand.
 * A report names decisions by id and holds nothing of their inputs but action, operator, source and label.
 * Start at {@link io.writ.governance.policy.backtest.report.BacktestReport}.
 */
package io.writ.governance.policy.backtest.report;
