// module: io.writ.evidence
// expect: compiler.err.package.not.visible | io.writ.ledger
package io.writ.evidence.canonical;

final class EvidenceNamesLedger {
    io.writ.ledger.LedgerReader ledger;
}
