package io.writ.ledger.export;

import io.writ.ledger.persistence.AttachmentVisitor;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.Coverage;
import io.writ.ledger.persistence.EntryRowVisitor;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.EntryVisitor;
import io.writ.ledger.persistence.LaneRow;
import io.writ.ledger.persistence.LeafVisitor;
import io.writ.ledger.persistence.LogPart;
import io.writ.ledger.persistence.LogSnapshot;
import io.writ.ledger.persistence.RangeRow;
import io.writ.ledger.persistence.RecordVisitor;
import io.writ.ledger.persistence.RunRows;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The log of an export. */
public final class ExportSnapshot implements LogSnapshot, AutoCloseable {

    /** Some tens of milliseconds of re-hashing. */
    private static final long ENTRIES_PER_PART = 1L << 17;

    private final ExportFiles files;
    private final Manifest manifest;
    private final Table entries;
    private final Table ranges;
    private final Table tiles;
    private final Map<Long, ChainHead> heads;
    private final CheckpointScan checkpoints;

    private ExportSnapshot(ExportFiles files, Manifest manifest) throws IOException {
        this.files = files;
        this.manifest = manifest;
        this.entries = new Table(regions(FileKind.ENTRIES), EntryView.LENGTH);
        this.ranges = new Table(regions(FileKind.RANGES), RowBytes.RANGE);
        this.tiles = new Table(regions(FileKind.TILES), RowBytes.TILE);
        this.heads = readHeads();
        this.checkpoints = new CheckpointScan(regions(FileKind.CHECKPOINTS));
    }

    /** Opens a folder or a tar file. */
    public static ExportSnapshot open(Path place) throws IOException {
        ExportFiles files = ExportFiles.open(place);
        try {
            return new ExportSnapshot(files, files.manifest());
        } catch (IOException | RuntimeException failure) {
            files.close();
            throw failure;
        }
    }

    /** The files that the manifest names, each to be compared with what lies there. */
    public List<FileCheck> checks() {
        return manifest.files().stream()
                .map(file -> new FileCheck(file.name(), file.bytes(), file.sha256(), files.region(file.name())))
                .toList();
    }

    @Override
    public Coverage coverage() {
        return new Coverage(
                manifest.start().map(TreeStart::size).orElse(0L),
                manifest.whole(),
                manifest.scope(),
                Optional.of(new Coverage.Stated(Instant.parse(manifest.exportedAt()), manifest.treeSize())));
    }

    @Override
    public List<LaneRow> lanes() throws IOException {
        List<LaneRow> lanes = new ArrayList<>();
        for (String line : lines(FileKind.LANES)) {
            lanes.add(RowLines.lane(line));
        }
        return lanes;
    }

    @Override
    public Map<Long, ChainHead> heads() {
        return heads;
    }

    @Override
    public List<LogPart<EntryVisitor>> entries() {
        List<LogPart<EntryVisitor>> parts = new ArrayList<>();
        for (long from = 0; from < entries.count(); from += ENTRIES_PER_PART) {
            long first = from;
            long end = Math.min(entries.count(), from + ENTRIES_PER_PART);
            parts.add(visitor -> show(first, end, visitor));
        }
        return parts;
    }

    @Override
    public List<LogPart<RecordVisitor>> records() throws IOException {
        List<ExportedFile> listed = manifest.of(FileKind.RECORDS);
        List<LogPart<RecordVisitor>> parts = new ArrayList<>();
        long from = 0;
        for (int index = 0; index < listed.size(); index++) {
            boolean last = index == listed.size() - 1;
            long end = last
                    ? entries.count()
                    : entries.find(
                            listed.get(index + 1).firstLane(),
                            listed.get(index + 1).firstSeq());
            parts.add(new RecordPart(files.region(listed.get(index).name()), entries, from, end, manifest.scope()));
            from = end;
        }
        if (listed.isEmpty()) {
            parts.add(new RecordPart(Optional.empty(), entries, 0, entries.count(), manifest.scope()));
        }
        return parts;
    }

    /** They lie in the order of entries. */
    @Override
    public List<LogPart<RecordVisitor>> records(UUID from, UUID below) throws IOException {
        return records();
    }

    /** Shown beside the records: they lie in the order of entries. */
    @Override
    public void missing(EntryRowVisitor visitor) {}

    @Override
    public void doubled(EntryRowVisitor visitor) throws IOException {
        new DoubledIds(entries).show(visitor);
    }

    /** Evidence and policy inputs are not exported. */
    @Override
    public List<LogPart<AttachmentVisitor>> attachments() {
        return List.of();
    }

    @Override
    public Optional<RunRows> runs() {
        return Optional.empty();
    }

    @Override
    public Map<UUID, Instant> pending() throws IOException {
        Map<UUID, Instant> pending = new HashMap<>();
        for (String line : lines(FileKind.PENDING)) {
            Map.Entry<UUID, Instant> intent = RowLines.pending(line);
            pending.put(intent.getKey(), intent.getValue());
        }
        return pending;
    }

    @Override
    public Optional<TreeStart> treeStart() {
        return manifest.start();
    }

    @Override
    public Optional<CheckpointRow> startCheckpoint() throws IOException {
        return manifest.start().isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(checkpoints.of(manifest.start().get().size()));
    }

    @Override
    public void leaves(LeafVisitor visitor) throws IOException {
        new LeafScan(ranges, entries, checkpoints).show(visitor);
    }

    @Override
    public Extent extent() throws IOException {
        checkpoints.drain();
        return new Extent(checkpoints.count(), checkpoints.largest());
    }

    @Override
    public Optional<TileRow> tile(int level, long index) throws IOException {
        long row = tiles.find(bytes -> {
            int order = Integer.compare(bytes.get(), level);
            return order == 0 ? Long.compare(bytes.getLong(), index) : order;
        });
        byte[] tile = new byte[RowBytes.TILE];
        if (tiles.read(row, tile) == 0) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(tile);
        return bytes.get() == level && bytes.getLong() == index ? Optional.of(RowBytes.tile(bytes)) : Optional.empty();
    }

    /** Reads all ranges: whoever asks does so for the few entries that speak of keys. */
    @Override
    public OptionalLong leafOf(long lane, long seq) throws IOException {
        byte[] row = new byte[RowBytes.RANGE];
        for (long at = 0; ranges.read(at, row) > 0; at++) {
            RangeRow range = RowBytes.range(ByteBuffer.wrap(row));
            if (range.lane() == lane && range.fromSeq() <= seq && seq < range.fromSeq() + range.count()) {
                return OptionalLong.of(range.index() + seq - range.fromSeq());
            }
        }
        return OptionalLong.empty();
    }

    @Override
    public List<Long> unlisted() {
        return List.of();
    }

    @Override
    public Optional<Promise> promised(long index) throws IOException {
        long after = ranges.find(bytes -> Long.compare(bytes.getLong(), index + 1));
        byte[] row = new byte[RowBytes.RANGE];
        if (after == 0 || ranges.read(after - 1, row) == 0) {
            return Optional.empty();
        }
        RangeRow range = RowBytes.range(ByteBuffer.wrap(row));
        long seq = range.fromSeq() + index - range.index();
        if (index >= range.index() + range.count()) {
            return Optional.empty();
        }
        byte[] entry = new byte[EntryView.LENGTH];
        boolean more = entries.read(entries.find(range.lane(), seq), entry) > 0
                && ByteBuffer.wrap(entry).getLong() == range.lane();
        return Optional.of(new Promise(range.lane(), seq, !more));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }

    private void show(long first, long end, EntryVisitor visitor) throws IOException {
        if (first > 0) {
            var before = new EntryScan(entries, first - 1, first);
            if (before.next()) {
                visitor.resume(before.entry());
            }
        }
        var scan = new EntryScan(entries, first, end);
        while (scan.next()) {
            visitor.visit(scan.entry());
        }
    }

    private Map<Long, ChainHead> readHeads() throws IOException {
        Map<Long, ChainHead> read = new HashMap<>();
        for (String line : lines(FileKind.HEADS)) {
            Map.Entry<Long, ChainHead> head = RowLines.head(line);
            read.put(head.getKey(), head.getValue());
        }
        return read;
    }

    /** Lines of files that are few, whatever the size of the log. */
    private List<String> lines(FileKind kind) throws IOException {
        List<String> all = new ArrayList<>();
        for (Region file : regions(kind)) {
            try (BufferedReader lines = file.lines()) {
                all.addAll(lines.readAllLines());
            }
        }
        return all;
    }

    private List<Region> regions(FileKind kind) {
        return files.regions(manifest.of(kind));
    }
}
