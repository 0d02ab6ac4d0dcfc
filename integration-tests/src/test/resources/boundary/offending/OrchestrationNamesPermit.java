// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | module io.writ.governance, which does not export it
package io.writ.orchestration.run;

final class OrchestrationNamesPermit {
    io.writ.governance.policy.ReadPermit permit;
}
