// module: io.writ.orchestration
// expect: compiler.err.package.not.visible | io.writ.ledger
package io.writ.orchestration.run;

final class OrchestrationNamesLedgerAppend {
    io.writ.ledger.append.Lanes lanes;
}
