package io.writ.governance;

import io.writ.evidence.TerminalMode;

/** Why the gateway refused. Each has a stable wire code, a hint how the run ends, and whether to try again. */
public enum RefusalReason {
    TOKEN_MISSING("ERR_POLICY_DENIED", TerminalMode.INSUFFICIENT_PERMISSION, false),
    TOKEN_INVALID("ERR_POLICY_DENIED", TerminalMode.INSUFFICIENT_PERMISSION, false),
    PRINCIPAL_MISMATCH("ERR_POLICY_DENIED", TerminalMode.INSUFFICIENT_PERMISSION, false),
    POLICY_DENIED("ERR_POLICY_DENIED", TerminalMode.INSUFFICIENT_PERMISSION, false),
    OBLIGATION_UNSUPPORTED("ERR_INTERNAL", TerminalMode.INSUFFICIENT_PERMISSION, false),
    RATE_LIMITED("ERR_RATE_LIMITED", TerminalMode.INSUFFICIENT_PERMISSION, true),
    BUDGET_EXCEEDED("ERR_BUDGET_EXCEEDED", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    PARAMS_INVALID("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    OPERATOR_UNKNOWN("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    SESSION_UNKNOWN("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    BACKTEST_RUNNING("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, true),
    BACKTEST_UNKNOWN("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    SESSION_FINALIZED("ERR_INVALID_PARAMS", TerminalMode.INSUFFICIENT_EVIDENCE, false),
    OBJECT_NOT_FOUND("ERR_SOURCE_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, false),
    AS_OF_NOT_HELD("ERR_SOURCE_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, false),
    SOURCE_DOWN("ERR_SOURCE_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, true),
    SOURCE_MISCONFIGURED("ERR_INTERNAL", TerminalMode.SOURCE_UNAVAILABLE, false),
    POLICY_UNAVAILABLE("ERR_SOURCE_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, true),
    DATABASE_DOWN("ERR_DB_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, true),
    LEDGER_DOWN("ERR_LEDGER_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, true),
    LEDGER_BUSY("ERR_LEDGER_UNAVAILABLE", TerminalMode.SOURCE_UNAVAILABLE, true),
    INTERNAL("ERR_INTERNAL", TerminalMode.SOURCE_UNAVAILABLE, false);

    private final String code;
    private final TerminalMode hint;
    private final boolean retryable;

    RefusalReason(String code, TerminalMode hint, boolean retryable) {
        this.code = code;
        this.hint = hint;
        this.retryable = retryable;
    }

    /** The code on the wire. */
    public String code() {
        return code;
    }

    /** How a run that hits this refusal ends. */
    public TerminalMode hint() {
        return hint;
    }

    public boolean isRetryable() {
        return retryable;
    }
}
