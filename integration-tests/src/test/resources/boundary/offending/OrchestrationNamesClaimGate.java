// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | does not export it to module io.writ.orchestration
package io.writ.orchestration.claim;

final class OrchestrationNamesClaimGate {
    io.writ.evidence.finalization.ClaimGate gate;
}
