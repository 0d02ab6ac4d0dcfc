package io.writ.governance.gateway;

import io.writ.governance.RefusalReason;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Why a stage refuses, before the refusal is recorded. */
record Objection(RefusalReason reason, String message, Optional<Duration> retryAfter) {

    static Objection of(RefusalReason reason, String message) {
        return new Objection(reason, message, Optional.empty());
    }

    /** What the record says as outcome, and as reason when policy was not asked. */
    String code() {
        return switch (reason) {
            case TOKEN_INVALID -> "invalid_session_token";
            case OPERATOR_UNKNOWN -> "operator_not_allowlisted";
            case TOKEN_MISSING,
                    PRINCIPAL_MISMATCH,
                    POLICY_DENIED,
                    OBLIGATION_UNSUPPORTED,
                    RATE_LIMITED,
                    BUDGET_EXCEEDED,
                    PARAMS_INVALID,
                    SESSION_UNKNOWN,
                    SESSION_FINALIZED,
                    BACKTEST_RUNNING,
                    BACKTEST_UNKNOWN,
                    OBJECT_NOT_FOUND,
                    AS_OF_NOT_HELD,
                    SOURCE_DOWN,
                    SOURCE_MISCONFIGURED,
                    POLICY_UNAVAILABLE,
                    DATABASE_DOWN,
                    LEDGER_DOWN,
                    LEDGER_BUSY,
                    INTERNAL -> reason.name().toLowerCase(Locale.ROOT);
        };
    }
}
