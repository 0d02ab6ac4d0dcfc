package io.writ.governance.policy.rego;

import java.util.List;

/**
 * What one body of a rule did during an evaluation.
 *
 * @param rule path of the rule, for instance {@code writ.authz.view_decision}
 * @param location file and row of this body's head
 * @param matched the body gave a value, at least once
 * @param contributed it matched, and the value went into a body that contributed, up to the entry point
 * @param reads JSON pointers of the input it looked at, sorted; {@code *} is any element or a key computed at run time
 */
public record RuleTrace(String rule, String location, boolean matched, boolean contributed, List<String> reads) {

    public RuleTrace {
        reads = List.copyOf(reads);
    }
}
