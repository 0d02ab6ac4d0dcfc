package io.writ.ledger.tree;

import io.writ.ledger.LedgerException;
import io.writ.ledger.anchor.LogHistory;
import io.writ.ledger.notice.KeyHistory;
import io.writ.ledger.persistence.StoredKeys;
import io.writ.ledger.signing.SignatureLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/** What all publishing threads stand on: the database, the keys of the log, the board, and whether this process leads. */
record PublicationFloor(DataSource database, LogIdentity identity, AnchorBoard board, BooleanSupplier leading) {

    boolean leads() {
        return leading.getAsBoolean();
    }

    LogHistory history() {
        return DatabaseHistory.over(database, identity.trust(keys()));
    }

    /** Keeps what a witness signed. */
    void keep(long size, List<SignatureLine> cosignatures) {
        if (cosignatures.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            new StoredCosignatures(connection).keep(size, cosignatures);
        } catch (SQLException failure) {
            throw new LedgerException("the cosignatures of checkpoint " + size + " could not be kept", failure);
        }
    }

    /** Read each time: a key that took over meanwhile signs what is published next. */
    private KeyHistory keys() {
        try (Connection connection = database.getConnection()) {
            return StoredKeys.read(connection).history();
        } catch (SQLException failure) {
            throw new LedgerException("the keys of the log could not be read", failure);
        }
    }
}
