package io.writ.ledger.export;

import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LogSnapshot.TreeStart;
import io.writ.ledger.persistence.RecordScope;
import io.writ.ledger.persistence.StoredStretch;
import io.writ.ledger.persistence.Stretch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/** Writes a stretch of a log into an export. What the export says of itself comes last. */
public final class ExportWriting {

    /** About 100 MB of entries: some seconds of reading for one thread, so that several have work. */
    private static final long ENTRIES_PER_FILE = 1L << 20;

    /** Part of a second for one thread, so that several have work with a log of middle size. */
    private static final long BYTES_PER_FILE = 32L << 20;

    private final ExportTarget target;
    private final List<ExportedFile> files = new ArrayList<>();
    private final LongConsumer progress;

    private ExportWriting(ExportTarget target, LongConsumer progress) {
        this.target = target;
        this.progress = progress;
    }

    /** What is written besides rows. */
    public record Frame(Instant exportedAt, List<LaneRow> lanes, Optional<TreeStart> start, RecordScope scope) {
        public Frame {
            lanes = List.copyOf(lanes);
        }
    }

    /** How much was written. */
    public record Written(long entries, long records, long treeSize, long bytes) {}

    /**
     * Writes everything to a place that must be free.
     *
     * @param progress hears how many entries and records are written, now and then
     */
    public static Written write(Path place, Frame frame, StoredStretch rows, Stretch stretch, LongConsumer progress)
            throws IOException, SQLException {
        try (ExportTarget target = ExportTarget.at(place)) {
            Manifest manifest = new ExportWriting(target, progress).write(frame, rows, stretch);
            byte[] text = manifest.text().getBytes(StandardCharsets.UTF_8);
            try (OutputStream out = target.begin(Manifest.NAME)) {
                out.write(text);
            }
            target.finish();
            long bytes =
                    manifest.files().stream().mapToLong(ExportedFile::bytes).sum();
            return new Written(
                    manifest.items(FileKind.ENTRIES),
                    manifest.items(FileKind.RECORDS),
                    manifest.treeSize(),
                    bytes + text.length);
        }
    }

    private Manifest write(Frame frame, StoredStretch rows, Stretch stretch) throws IOException, SQLException {
        lanes(frame.lanes());
        heads(stretch);
        entries(rows);
        try (FileSeries ranges = series(FileKind.RANGES)) {
            rows.ranges(range -> RowBytes.write(range, ranges.item(range.lane(), range.fromSeq())));
            keep(ranges);
        }
        try (FileSeries tiles = series(FileKind.TILES)) {
            rows.tiles((level, index, tile) -> RowBytes.write(level, index, tile, tiles.item(0, 0)));
            keep(tiles);
        }
        long treeSize = checkpoints(rows);
        try (FileSeries pending = series(FileKind.PENDING)) {
            rows.pending(frame.scope(), (intent, due) -> RowLines.write(intent, due, pending.item(0, 0)));
            keep(pending);
        }
        records(rows, frame.scope());
        return new Manifest(
                frame.exportedAt().toString(),
                frame.start(),
                treeSize,
                stretch.toSize().isEmpty(),
                frame.scope(),
                files);
    }

    private void lanes(List<LaneRow> rows) throws IOException {
        try (FileSeries lanes = series(FileKind.LANES)) {
            for (LaneRow lane : rows) {
                RowLines.write(lane, lanes.item(lane.lane(), 0));
            }
            keep(lanes);
        }
    }

    private void heads(Stretch stretch) throws IOException {
        try (FileSeries heads = series(FileKind.HEADS)) {
            for (var head : stretch.heads().entrySet()) {
                RowLines.write(
                        head.getKey(),
                        head.getValue(),
                        heads.item(head.getKey(), head.getValue().seq()));
            }
            keep(heads);
        }
    }

    private void entries(StoredStretch rows) throws IOException, SQLException {
        try (FileSeries entries = new FileSeries(target, FileKind.ENTRIES, ENTRIES_PER_FILE, Long.MAX_VALUE)) {
            var told = new Counted(progress);
            rows.entries(entry -> {
                entries.item(entry.lane(), entry.seq()).write(entry.packed());
                told.one();
            });
            keep(entries);
        }
    }

    private void records(StoredStretch rows, RecordScope scope) throws IOException, SQLException {
        try (FileSeries records = series(FileKind.RECORDS)) {
            var told = new Counted(progress);
            rows.records(scope, (lane, seq, record) -> {
                RowBytes.write(lane, seq, record, records.item(lane, seq));
                told.one();
            });
            keep(records);
        }
    }

    private long checkpoints(StoredStretch rows) throws IOException, SQLException {
        long[] newest = {0};
        try (FileSeries checkpoints = series(FileKind.CHECKPOINTS)) {
            rows.checkpoints(checkpoint -> {
                RowLines.write(checkpoint, checkpoints.item(0, 0));
                newest[0] = checkpoint.size();
            });
            keep(checkpoints);
        }
        return newest[0];
    }

    private FileSeries series(FileKind kind) {
        return new FileSeries(target, kind, Long.MAX_VALUE, BYTES_PER_FILE);
    }

    private void keep(FileSeries series) throws IOException {
        series.close();
        files.addAll(series.files());
    }

    /** Counts and tells now and then. */
    private static final class Counted {

        private static final long TELL_EVERY = 10_000;

        private final LongConsumer progress;
        private long count;

        private Counted(LongConsumer progress) {
            this.progress = progress;
        }

        private void one() {
            count++;
            if (count % TELL_EVERY == 0) {
                progress.accept(TELL_EVERY);
            }
        }
    }
}
