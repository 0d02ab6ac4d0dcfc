package io.writ.ledger;

import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.DatabaseSnapshot;
import io.writ.ledger.persistence.StoredAnchors;
import io.writ.ledger.persistence.StoredKeys;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Verifies what a database holds at one moment. */
final class DatabaseVerifier implements LedgerVerifier {

    private final DataSource database;
    private final VerifierOptions options;

    DatabaseVerifier(DataSource database, VerifierOptions options) {
        this.database = database;
        this.options = options;
    }

    @Override
    public VerificationReport verify() {
        Findings findings = new Findings();
        AnchoredRoots anchored = anchored(findings);
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(database, options.threads());
                Workers workers = Workers.of(options.threads())) {
            if (!snapshot.showsEveryTenant()) {
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
        AnchoredRoots roots = options.anchors().anchors().isEmpty()
                ? AnchoredRoots.none(findings)
                : AnchoredRoots.read(options, keys(), findings);
        used().forEach(anchor -> remark(anchor).ifPresent(roots::remark));
        return roots;
    }

    /** What a reader should know of an anchor that the log has, or had. */
    private Optional<String> remark(StoredAnchors.Used anchor) {
        if (anchor.retired().isPresent()) {
            StoredAnchors.Retired retired = anchor.retired().get();
            return Optional.of("anchor " + anchor.name() + " was used since " + anchor.since() + " and retired at "
                    + retired.at() + ": " + retired.reason());
        }
        return options.anchors().names().contains(anchor.name())
                ? Optional.empty()
                : Optional.of("the log has the anchor " + anchor.name() + " since " + anchor.since()
                        + ", and it was NOT asked: name it with --anchor, under this name");
    }

    private List<StoredAnchors.Used> used() {
        try (Connection connection = database.getConnection()) {
            return new StoredAnchors(connection).used();
        } catch (SQLException failure) {
            throw new LedgerException("the anchors of the log could not be read", failure);
        }
    }

    private KeyHistory keys() {
        try (Connection connection = database.getConnection()) {
            return StoredKeys.read(connection).history();
        } catch (SQLException failure) {
            throw new LedgerException("the keys of the log could not be read", failure);
        }
    }
}
