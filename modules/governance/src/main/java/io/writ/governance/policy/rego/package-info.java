/**
 * Rego without OPA: runs the plan that {@code opa build -t plan} made, in this process, for any number of threads at
 * once. There is no Rego parser here and nothing that depends on the moment or on the network. A plan that uses
 * anything unknown is refused when it is loaded. Start at {@link io.writ.governance.policy.rego.RegoPlan}.
 */
package io.writ.governance.policy.rego;
