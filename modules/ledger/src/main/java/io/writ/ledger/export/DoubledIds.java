package io.writ.ledger.export;

import io.writ.ledger.persistence.EntryRow;
import io.writ.ledger.persistence.EntryRowVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Finds record ids that more than one entry has. It goes over the entries several times and keeps a part of the ids each
 * time, so that memory does not grow with the log.
 */
final class DoubledIds {

    /** About 64 megabytes; a log of a hundred million entries is gone over a dozen times. */
    private static final int IDS_KEPT = 1 << 23;

    /** Spreads ids that differ in some bits only. */
    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final Table entries;
    private final int idsKept;

    DoubledIds(Table entries) {
        this(entries, IDS_KEPT);
    }

    DoubledIds(Table entries, int idsKept) {
        this.entries = entries;
        this.idsKept = idsKept;
    }

    /** Shows all entries of such ids, in the order of ids. */
    void show(EntryRowVisitor visitor) throws IOException {
        long parts = Math.ceilDiv(entries.count(), idsKept);
        Set<Long> suspects = new HashSet<>();
        for (long part = 0; part < parts; part++) {
            suspects.addAll(doubledMarks(part, parts));
        }
        if (!suspects.isEmpty()) {
            Map<UUID, List<EntryRow>> found = new TreeMap<>();
            var scan = new EntryScan(entries, 0, entries.count());
            while (scan.next()) {
                UUID id = scan.entry().recordId();
                if (suspects.contains(mark(id))) {
                    found.computeIfAbsent(id, _ -> new ArrayList<>())
                            .add(scan.entry().row());
                }
            }
            found.values().stream().filter(rows -> rows.size() > 1).forEach(rows -> rows.forEach(visitor::visit));
        }
    }

    private Set<Long> doubledMarks(long part, long parts) throws IOException {
        long[] marks = new long[(int) Math.min(entries.count(), idsKept)];
        int count = 0;
        var scan = new EntryScan(entries, 0, entries.count());
        while (scan.next()) {
            long mark = mark(scan.entry().recordId());
            if (Long.remainderUnsigned(mark, parts) == part) {
                if (count == marks.length) {
                    marks = Arrays.copyOf(marks, count + count / 2 + 1);
                }
                marks[count++] = mark;
            }
        }
        Arrays.sort(marks, 0, count);
        Set<Long> doubled = new HashSet<>();
        for (int index = 1; index < count; index++) {
            if (marks[index] == marks[index - 1]) {
                doubled.add(marks[index]);
            }
        }
        return doubled;
    }

    /** Equal for equal ids, and hardly ever for others. */
    private static long mark(UUID id) {
        long mixed = (id.getMostSignificantBits() * SPREAD) ^ id.getLeastSignificantBits();
        return (mixed ^ (mixed >>> Integer.SIZE)) * SPREAD;
    }
}
