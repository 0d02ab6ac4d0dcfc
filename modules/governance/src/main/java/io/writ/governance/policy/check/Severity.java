package io.writ.governance.policy.check;

/** What a finding means for activation. */
public enum Severity {
    /** No deployment could make it right: the policy is not activated. */
    ERROR,
    /** Probably a mistake, but it grants nothing by itself, or another deployment may make it right. */
    WARNING
}
