package io.writ.ledger;

import java.util.Optional;

/**
 * What to export.
 *
 * @param fromSize size of the checkpoint behind which it begins; 0 for the beginning of the log
 * @param toSize size of the checkpoint with which it ends; without it everything, entries that are in no tree yet
 *     included, or from a later begin on, the newest checkpoint
 * @param records whose records are in it
 */
public record ExportOptions(long fromSize, Optional<Long> toSize, Records records) {

    /** Everything. */
    public static final ExportOptions WHOLE = new ExportOptions(0, Optional.empty(), new Records.All());

    public ExportOptions {
        if (fromSize < 0 || (toSize.isPresent() && toSize.get() <= fromSize)) {
            throw new IllegalArgumentException(
                    "an export ends at a larger size than it begins, and begins at 0 or more");
        }
    }

    /** Whose records are exported. Hashes are exported of all, and notices, which are nobody's. */
    public sealed interface Records {

        /** Those of every tenant. */
        record All() implements Records {}

        /** Those of one tenant: for an auditor who may see no others. */
        record OfTenant(String tenant) implements Records {
            public OfTenant {
                if (tenant.isBlank()) {
                    throw new IllegalArgumentException("a tenant has a name");
                }
            }
        }

        /** None. */
        record None() implements Records {}
    }
}
