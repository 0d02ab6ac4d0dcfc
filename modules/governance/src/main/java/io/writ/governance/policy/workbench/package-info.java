/**
 * What the command line does with policies: offline, over files, without a container. It decides nothing that is
 * enforced. Start at {@link io.writ.governance.policy.workbench.PolicyCheck}.
 */
package io.writ.governance.policy.workbench;
