package io.writ.ledger;

import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.DatabaseSnapshot;
import io.writ.ledger.persistence.StoredKeys;
import java.io.IOException;
import java.sql.Connection;
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
        Findings findings = new Findings();
        AnchoredRoots anchored = anchored(findings);
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(database, options.threads(), all);
                Workers workers = Workers.of(options.threads())) {
            if (all && !snapshot.showsEveryTenant()) {
                throw new LedgerException(
                        "this database user sees the records of one tenant only: verify as the auditor");
            }
            return new Audit(snapshot, anchored, options, workers).report();
        } catch (SQLException | IOException failure) {
            throw new LedgerException("verifying the ledger could not be finished", failure);
        }
    }

    /** Anchors are read before the database is looked at, so that it can only be ahead of them. */
    private AnchoredRoots anchored(Findings findings) {
        if (options.anchors().anchors().isEmpty()) {
            return AnchoredRoots.none(findings);
        }
        return AnchoredRoots.read(options.anchors(), options.requiredKey(), keys(), findings);
    }

    private KeyHistory keys() {
        try (Connection connection = database.getConnection()) {
            return StoredKeys.read(connection).history();
        } catch (SQLException failure) {
            throw new LedgerException("the keys of the log could not be read", failure);
        }
    }
}
