// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | io.writ.ledger
package io.writ.orchestration.run;

final class OrchestrationNamesLedger {
    io.writ.ledger.LedgerReader ledger;
}
