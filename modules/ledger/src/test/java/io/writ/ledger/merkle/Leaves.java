package io.writ.ledger.merkle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Trees for tests, and the definition of RFC 6962 section 2.1 written down as it stands there. */
final class Leaves {

    private Leaves() {}

    static List<TreeHash> numbered(int count) {
        List<TreeHash> leaves = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            leaves.add(TreeHash.leaf(("leaf " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    static TreeHash root(List<TreeHash> leaves) {
        if (leaves.isEmpty()) {
            return TreeHash.ofEmptyTree();
        }
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int left = 1;
        while (2 * left < leaves.size()) {
            left *= 2;
        }
        return TreeHash.node(root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
    }

    static Subtrees tree(List<TreeHash> leaves) {
        return (level, index) -> root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }
}
