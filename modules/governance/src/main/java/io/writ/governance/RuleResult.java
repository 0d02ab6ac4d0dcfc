package io.writ.governance;

import java.util.List;

/**
 * What one rule of policy said during one evaluation.
 *
 * @param rule path of the rule, for instance {@code writ.authz.view_decision}
 * @param location where it stands: file, colon, row
 * @param matched its body held at least once
 * @param contributed it matched, and what it said flowed into the decision
 * @param reads JSON pointers (RFC 6901, {@code *} for each element) of what it read of the input, sorted
 */
public record RuleResult(String rule, String location, boolean matched, boolean contributed, List<String> reads) {
    public RuleResult {
        reads = List.copyOf(reads);
    }
}
