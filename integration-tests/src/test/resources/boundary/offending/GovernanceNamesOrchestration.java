// module: io.writ.governance
// expect: compiler.err.package.not.visible | io.writ.orchestration
package io.writ.governance.gateway;

final class GovernanceNamesOrchestration {
    io.writ.orchestration.Runs runs;
}
