// module: io.writ.ledger
// expect: compiler.err.package.not.visible | io.writ.governance
package io.writ.ledger.persistence;

final class LedgerNamesGovernance {
    io.writ.governance.Gateway gateway;
}
