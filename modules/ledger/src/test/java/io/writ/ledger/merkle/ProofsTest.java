package io.writ.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every proof of every tree up to a size that has all shapes, and what happens to a proof that was tampered with. */
class ProofsTest {

    private static final int SIZE_MAX = 66;
    private static final List<TreeHash> LEAVES = Leaves.numbered(SIZE_MAX);
    private static final Subtrees TREE = Leaves.tree(LEAVES);

    @Test
    void everyLeafOfEveryTreeIsProven() {
        for (int size = 1; size <= SIZE_MAX; size++) {
            TreeHash root = Leaves.root(LEAVES.subList(0, size));
            for (int index = 0; index < size; index++) {
                InclusionProof proof = InclusionProof.of(index, size, TREE);
                assertThat(proof.root(LEAVES.get(index)))
                        .as("%d of %d", index, size)
                        .contains(root);
                assertThat(proof.root(LEAVES.get((index + 1) % SIZE_MAX)).orElseThrow())
                        .isNotEqualTo(root);
            }
        }
    }

    @Test
    void everyTreeExtendsEveryShorterOne() {
        for (int newer = 1; newer <= SIZE_MAX; newer++) {
            TreeHash newerRoot = Leaves.root(LEAVES.subList(0, newer));
            for (int older = 0; older <= newer; older++) {
                TreeHash olderRoot = Leaves.root(LEAVES.subList(0, older));
                ConsistencyProof proof = ConsistencyProof.between(older, newer, TREE);
                assertThat(proof.holds(olderRoot, newerRoot))
                        .as("%d to %d", older, newer)
                        .isTrue();
                assertThat(proof.holds(TreeHash.leaf(new byte[1]), newerRoot)).isFalse();
                if (older > 0) {
                    assertThat(proof.holds(olderRoot, TreeHash.leaf(new byte[1])))
                            .isFalse();
                }
            }
        }
    }

    @Test
    void aTreeThatChangedAnOldLeafExtendsNothing() {
        List<TreeHash> changed = new ArrayList<>(LEAVES);
        changed.set(3, TreeHash.leaf(new byte[1]));
        for (int older = 4; older < SIZE_MAX; older++) {
            ConsistencyProof proof = ConsistencyProof.between(older, SIZE_MAX, Leaves.tree(changed));
            assertThat(proof.holds(Leaves.root(LEAVES.subList(0, older)), Leaves.root(changed)))
                    .as("from %d", older)
                    .isFalse();
        }
    }

    @Test
    void aPathOfTheWrongLengthProvesNothing() {
        for (int size = 2; size <= SIZE_MAX; size++) {
            InclusionProof proof = InclusionProof.of(size / 2, size, TREE);
            TreeHash leaf = LEAVES.get(size / 2);
            TreeHash root = Leaves.root(LEAVES.subList(0, size));
            assertThat(new InclusionProof(size / 2, size, shorter(proof.path())).root(leaf))
                    .isEmpty();
            assertThat(new InclusionProof(size / 2, size, longer(proof.path())).root(leaf))
                    .isEmpty();
            ConsistencyProof growth = ConsistencyProof.between(size / 2, size, TREE);
            TreeHash half = Leaves.root(LEAVES.subList(0, size / 2));
            assertThat(new ConsistencyProof(size / 2, size, shorter(growth.path())).holds(half, root))
                    .isFalse();
            assertThat(new ConsistencyProof(size / 2, size, longer(growth.path())).holds(half, root))
                    .isFalse();
        }
    }

    @Test
    void nobodyCanAskForALeafThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(5, 5, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> InclusionProof.of(-1, 5, TREE));
        assertThatIllegalArgumentException().isThrownBy(() -> ConsistencyProof.between(6, 5, TREE));
    }

    private static List<TreeHash> shorter(List<TreeHash> path) {
        return path.subList(0, path.size() - 1);
    }

    private static List<TreeHash> longer(List<TreeHash> path) {
        List<TreeHash> longer = new ArrayList<>(path);
        longer.add(TreeHash.leaf(new byte[2]));
        return longer;
    }
}
