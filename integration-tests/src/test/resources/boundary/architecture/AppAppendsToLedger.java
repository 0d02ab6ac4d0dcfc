// module: unnamed
// expect: app-sees-only-contracts | io.writ.ledger.append.Lanes
package io.writ.app.rest;

final class AppAppendsToLedger {
    io.writ.ledger.append.Lanes lanes;
}
