package io.writ.ledger;

import io.writ.ledger.persistence.StoredAnchors;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Gives an anchor up for good: leaders no longer miss it, and every verification tells since when and why. */
public final class AnchorRetirement {

    /** What a person reads in a report. */
    private static final int REASON_LENGTH_MAX = 200;

    private final DataSource owner;

    /** Over a database that is entered as its owner. */
    public AnchorRetirement(DataSource owner) {
        this.owner = owner;
    }

    /** Why it was not retired; empty when it was. */
    public Optional<String> retire(String name, String reason) {
        if (reason.isBlank()
                || reason.length() > REASON_LENGTH_MAX
                || reason.codePoints().anyMatch(Character::isISOControl)) {
            return Optional.of("a reason is one line of 1 to " + REASON_LENGTH_MAX + " characters");
        }
        try (Connection connection = owner.getConnection()) {
            StoredAnchors stored = new StoredAnchors(connection);
            List<String> used =
                    stored.used().stream().map(StoredAnchors.Used::name).toList();
            if (!used.contains(name)) {
                return Optional.of("this log has no anchor " + name + "; it has "
                        + (used.isEmpty() ? "none" : String.join(", ", used)));
            }
            return stored.retire(name, reason)
                    ? Optional.empty()
                    : Optional.of("the anchor " + name + " was retired before, and stays so");
        } catch (SQLException failure) {
            throw new LedgerException("the anchor " + name + " could not be retired", failure);
        }
    }
}
