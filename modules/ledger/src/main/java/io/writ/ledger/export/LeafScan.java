package io.writ.ledger.export;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LeafVisitor;
import io.writ.ledger.persistence.RangeRow;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** Goes over the leaves of the tree: range by range, each read where its lane was left. Not thread-safe. */
final class LeafScan {

    private static final int RANGES_BUFFERED = 1024;

    private final Table ranges;
    private final Table entries;
    private final CheckpointScan checkpoints;
    private final Map<Long, Long> nextOfLane = new HashMap<>();

    LeafScan(Table ranges, Table entries, CheckpointScan checkpoints) {
        this.ranges = ranges;
        this.entries = entries;
        this.checkpoints = checkpoints;
    }

    void show(LeafVisitor visitor) throws IOException {
        byte[] buffer = new byte[RANGES_BUFFERED * RowBytes.RANGE];
        long row = 0;
        boolean goOn = true;
        while (goOn && row < ranges.count()) {
            int count = ranges.read(row, buffer);
            ByteBuffer bytes = ByteBuffer.wrap(buffer);
            for (int index = 0; goOn && index < count; index++) {
                goOn = show(RowBytes.range(bytes), visitor);
            }
            row += Math.max(1, count);
        }
    }

    private boolean show(RangeRow range, LeafVisitor visitor) throws IOException {
        long from = first(range);
        var scan = new EntryScan(entries, from, Math.min(entries.count(), from + Math.max(0, range.count())));
        long shown = 0;
        boolean goOn = true;
        while (goOn && scan.next() && isIn(range, scan.entry())) {
            long leaf = range.index() + scan.entry().seq() - range.fromSeq();
            shown++;
            goOn = visitor.visit(leaf, scan.entry(), checkpoints.of(leaf + 1));
        }
        nextOfLane.put(range.lane(), from + shown);
        return goOn;
    }

    /** Number of the first entry of a range: where the lane was left, or where a search finds it. */
    private long first(RangeRow range) throws IOException {
        long left = nextOfLane.getOrDefault(range.lane(), Long.MAX_VALUE);
        if (left < entries.count()) {
            byte[] row = new byte[EntryView.LENGTH];
            entries.read(left, row);
            ByteBuffer head = ByteBuffer.wrap(row);
            if (head.getLong() == range.lane() && head.getLong() == range.fromSeq()) {
                return left;
            }
        }
        return entries.find(range.lane(), range.fromSeq());
    }

    private static boolean isIn(RangeRow range, EntryView entry) {
        return entry.lane() == range.lane()
                && entry.seq() >= range.fromSeq()
                && entry.seq() < range.fromSeq() + range.count();
    }
}
