package io.writ.governance.policy.check;

import java.util.Optional;

/**
 * Why a statement can never hold, or never mean anything.
 *
 * @param callee the function that has no value, where that is the reason
 */
record Cause(Severity severity, String code, String advice, Optional<String> callee) {

    static Cause error(String code, String advice) {
        return new Cause(Severity.ERROR, code, advice, Optional.empty());
    }

    static Cause warning(String code, String advice) {
        return new Cause(Severity.WARNING, code, advice, Optional.empty());
    }
}
