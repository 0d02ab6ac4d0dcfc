package io.writ.ledger;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.persistence.LogSnapshot;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Checkpoints that notices carry, held against the tree while it is folded again. */
final class VouchedRoots {

    private final Findings findings;
    private final SortedMap<Long, List<RetiredNotice>> bySize = new TreeMap<>();

    /** Size of the last checkpoint before a notice, as far as the tree was folded. */
    private final Map<RetiredNotice, Long> before = new HashMap<>();

    private final Map<RetiredNotice, Long> leaves = new HashMap<>();

    /**
     * Checkpoints of these notices.
     *
     * @param start leaves that are not shown; smaller trees cannot be compared
     */
    VouchedRoots(LogSnapshot log, List<RetiredNotice> notices, long start, Findings findings)
            throws IOException, SQLException {
        this.findings = findings;
        for (RetiredNotice notice : notices) {
            leaves.put(notice, log.leafOf(notice.lane(), notice.seq()).orElse(Long.MAX_VALUE));
            if (notice.coveredSize() > start) {
                bySize.computeIfAbsent(notice.coveredSize(), _ -> new ArrayList<>())
                        .add(notice);
            }
        }
    }

    /** A checkpoint of this size is there, after all smaller ones. */
    void passed(long size) {
        leaves.forEach((notice, leaf) -> {
            if (size <= leaf) {
                before.put(notice, size);
            }
        });
    }

    /** Size of a tree that was there before the notice: of the last checkpoint, or of the one that it carries. */
    long boundary(RetiredNotice notice) {
        return Math.max(notice.coveredSize(), before.getOrDefault(notice, 0L));
    }

    /** The tree has grown by a leaf. */
    void reached(GrowingTree tree) {
        List<RetiredNotice> here = bySize.remove(tree.size());
        if (here != null) {
            here.stream()
                    .filter(notice -> !notice.retention().covering().root().equals(tree.root()))
                    .forEach(notice -> offence(
                            notice, "the checkpoint that it carries has another root than the tree of that size"));
        }
    }

    /** The tree ends here, whole. */
    void ended(GrowingTree tree) {
        bySize.forEach((size, beyond) -> beyond.forEach(notice -> offence(
                notice, "the checkpoint that it carries covers " + size + " leaves, and the tree has " + tree.size())));
    }

    private void offence(RetiredNotice notice, String what) {
        findings.inLane(Verdict.FORKED, notice.lane(), notice.seq(), what);
    }
}
