package io.writ.ledger;

import io.writ.ledger.export.ExportException;
import io.writ.ledger.export.ExportSnapshot;
import io.writ.ledger.export.ExportWriting;
import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.persistence.RecordScope;
import io.writ.ledger.persistence.SnapshotConnections;
import io.writ.ledger.persistence.StoredBounds;
import io.writ.ledger.persistence.StoredLedger;
import io.writ.ledger.persistence.StoredStretch;
import io.writ.ledger.persistence.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Writes a log to files, from which {@link LedgerVerifier#overExport} verifies it without a database: format
 * {@code docs/formats/ledger-export.md}. It is one state of the database, and it is there whole or not at all.
 */
public final class LedgerExport {

    private final DataSource database;
    private final Clock clock;
    private final LongConsumer progress;

    /**
     * An export of a database.
     *
     * @param database whose user sees the records of all tenants: the auditor or the owner
     * @param progress hears of how many rows more are written, now and then
     */
    public LedgerExport(DataSource database, Clock clock, LongConsumer progress) {
        this.database = database;
        this.clock = clock;
        this.progress = progress;
    }

    /** How much was written; sizes of trees as in checkpoints. */
    public record Written(long entries, long records, long treeSize, long bytes) {}

    /**
     * What an export holds of a log, in the words of its manifest.
     *
     * @param bodies whose records are in it, in words
     */
    public record Contents(String exportedAt, long fromSize, String bodies) {}

    /**
     * Writes the log to a place that is free yet: a folder, or one file if the name ends with {@code .tar}.
     *
     * @throws LedgerException when the place cannot be written, a size is none of a checkpoint, or the database fails
     */
    public Written write(Path place, ExportOptions options) {
        try (SnapshotConnections connections = SnapshotConnections.open(database, 1)) {
            return connections.with(connection -> write(connection, place, options));
        } catch (SQLException failure) {
            throw new LedgerException("exporting the ledger could not be finished", failure);
        }
    }

    /** What the manifest of an export says. */
    public static Contents contents(Path place) {
        try (ExportSnapshot snapshot = ExportSnapshot.open(place)) {
            Coverage coverage = snapshot.coverage();
            String exportedAt = coverage.stated()
                    .map(stated -> stated.exportedAt().toString())
                    .orElse("");
            return new Contents(exportedAt, coverage.fromSize(), words(coverage.records()));
        } catch (IOException unreadable) {
            throw new LedgerException("the export cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private Written write(Connection connection, Path place, ExportOptions options) throws SQLException {
        var ledger = new StoredLedger(connection);
        if (!ledger.showsEveryTenant()) {
            throw new LedgerException("this database user sees the records of one tenant only: export as the auditor");
        }
        Stretch stretch = stretch(new StoredBounds(connection), options);
        var frame = new ExportWriting.Frame(
                clock.instant(),
                ledger.lanes(),
                stretch.fromSize() == 0 ? Optional.empty() : new StoredBounds(connection).tree(stretch.fromSize()),
                scope(options.records()));
        try {
            ExportWriting.Written written =
                    ExportWriting.write(place, frame, new StoredStretch(connection, stretch), stretch, progress);
            return new Written(written.entries(), written.records(), written.treeSize(), written.bytes());
        } catch (ExportException refused) {
            throw new LedgerException(String.valueOf(refused.getMessage()), refused);
        } catch (IOException failure) {
            throw new LedgerException(
                    "the export to " + place + " could not be written, and what was written is taken away", failure);
        }
    }

    private static Stretch stretch(StoredBounds bounds, ExportOptions options) throws SQLException {
        if (options.fromSize() == 0 && options.toSize().isEmpty()) {
            return Stretch.whole();
        }
        long newest = bounds.newestSize();
        long toSize = options.toSize().orElse(newest);
        for (long size : new long[] {options.fromSize(), toSize}) {
            if (size > 0 && bounds.tree(size).isEmpty()) {
                throw new LedgerException("no checkpoint has the size " + size + ", the newest has " + newest
                        + ": say the second line of a checkpoint that you have");
            }
        }
        if (toSize <= options.fromSize()) {
            throw new LedgerException(
                    "nothing was added since size " + options.fromSize() + " came under a checkpoint");
        }
        return bounds.between(options.fromSize(), toSize);
    }

    private static RecordScope scope(ExportOptions.Records records) {
        return switch (records) {
            case ExportOptions.Records.All _ -> new RecordScope.All();
            case ExportOptions.Records.OfTenant(String tenant) -> new RecordScope.OfTenant(tenant);
            case ExportOptions.Records.None _ -> new RecordScope.NoticesOnly();
        };
    }

    private static String words(RecordScope scope) {
        return switch (scope) {
            case RecordScope.All _ -> "those of every tenant";
            case RecordScope.OfTenant(String tenant) -> "those of tenant " + tenant + " only";
            case RecordScope.NoticesOnly _ -> "none";
        };
    }
}
