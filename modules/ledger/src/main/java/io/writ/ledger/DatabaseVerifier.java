package io.writ.ledger;

import io.writ.ledger.persistence.DatabaseSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Verifies what a database holds at one moment. */
final class DatabaseVerifier implements LedgerVerifier {

    private final DataSource database;
    private final VerifiedRecords scope;
    private final VerifierOptions options;

    DatabaseVerifier(DataSource database, VerifiedRecords scope, VerifierOptions options) {
        this.database = database;
        this.scope = scope;
        this.options = options;
    }

    @Override
    public VerificationReport verify() {
        boolean all = scope == VerifiedRecords.OF_ALL_TENANTS;
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(database, options.threads(), all);
                Workers workers = Workers.of(options.threads())) {
            if (all && !snapshot.showsEveryTenant()) {
                throw new LedgerException(
                        "this database user sees the records of one tenant only: verify as the auditor");
            }
            return new Audit(snapshot, new Findings(), options, workers).report();
        } catch (SQLException | IOException failure) {
            throw new LedgerException("verifying the ledger could not be finished", failure);
        }
    }
}
