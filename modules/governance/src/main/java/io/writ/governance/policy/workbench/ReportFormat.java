package io.writ.governance.policy.workbench;

/** How a backtest report is written. */
public enum ReportFormat {
    JSON,
    MARKDOWN,
    JUNIT
}
