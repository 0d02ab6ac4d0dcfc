package io.writ.governance.policy.rego;

import java.util.List;

/**
 * How an evaluation ended, and what each rule body that ran had to do with it.
 *
 * @param rules in the order in which they first ran, up to where the evaluation ended
 * @param truncated there were more than {@link #RULES_MAX}
 */
public record TracedEvaluation(Evaluation evaluation, List<RuleTrace> rules, boolean truncated) {

    /** A decision of the shipped policy runs some fifty bodies; an explanation is stored with every decision. */
    public static final int RULES_MAX = 256;

    public TracedEvaluation {
        rules = List.copyOf(rules);
    }
}
