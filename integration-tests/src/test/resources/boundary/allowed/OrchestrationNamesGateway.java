// module: io.writ.orchestration
// expect: none | none
package io.writ.orchestration.run;

final class OrchestrationNamesGateway {
    io.writ.governance.Gateway gateway;
    io.writ.evidence.EvidenceUnit unit;
}
