package io.writ.ledger.merkle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TilesTest {

    /** Two full tiles of leaves and a bit: the second level of tiles has begun. */
    private static final int SIZE = 600;

    private final Map<String, TreeHash> stored = new HashMap<>();
    private final RightEdge edge = RightEdge.empty();

    TilesTest() {
        List<TreeHash> leaves = Leaves.numbered(SIZE);
        leaves.forEach(leaf -> edge.append(leaf, (level, index, hash) -> {
            if (level % TileAddress.HEIGHT == 0) {
                assertThat(stored.put(level / TileAddress.HEIGHT + "/" + index, hash))
                        .isNull();
            }
        }));
    }

    @Test
    void proofsFromTilesAreThoseOfTheTree() {
        List<TreeHash> leaves = Leaves.numbered(SIZE);
        Subtrees tree = Leaves.tree(leaves);
        assertThat(tiles().root(SIZE)).isEqualTo(edge.root()).isEqualTo(Leaves.root(leaves));
        for (int index : new int[] {0, 1, 255, 256, 511, 512, 598, 599}) {
            assertThat(InclusionProof.of(index, SIZE, tiles())).isEqualTo(InclusionProof.of(index, SIZE, tree));
        }
        for (int older : new int[] {1, 255, 256, 257, 512, 599}) {
            assertThat(ConsistencyProof.between(older, SIZE, tiles()))
                    .isEqualTo(ConsistencyProof.between(older, SIZE, tree));
        }
    }

    @Test
    void theEdgeGoesOnWhereItStopped() {
        RightEdge resumed = new RightEdge(edge.size(), edge.subtrees());
        TreeHash next = TreeHash.leaf(new byte[] {1});
        resumed.append(next, (_, _, _) -> {});
        edge.append(next, (_, _, _) -> {});
        assertThat(resumed.root()).isEqualTo(edge.root());
        assertThatIllegalArgumentException().isThrownBy(() -> new RightEdge(3, List.of(next)));
    }

    @Test
    void aTileOfTheWrongSizeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tiles(SIZE, _ -> new byte[31]).root(SIZE))
                .withMessageContaining("31 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 0/000",
        "0, 5, 17, 0/005.p/17",
        "1, 999, 256, 1/999",
        "2, 1000, 256, 2/x001/000",
        "3, 1234067, 8, 3/x001/x234/067.p/8",
    })
    void aTileHasOnePath(int level, long index, int width, String path) {
        assertThat(new TileAddress(level, index, width).path()).isEqualTo(path);
        assertThat(TileAddress.parse(path)).contains(new TileAddress(level, index, width));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0/0",
                "0/00",
                "8/000",
                "0/x000/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/01",
                "0/../000",
                "0/x001",
                "0/000/",
                "-1/000",
                "0/x999/x999/x999/x999/x999/x999/x999/999",
                "0/1000"
            })
    void anyOtherPathIsNone(String path) {
        assertThat(TileAddress.parse(path)).isEmpty();
    }

    private Tiles tiles() {
        return new Tiles(SIZE, this::bytes);
    }

    private byte[] bytes(TileAddress address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < address.width(); i++) {
            TreeHash hash = stored.get(address.level() + "/" + (address.index() * TileAddress.FULL_WIDTH + i));
            assertThat(hash).as("%s, hash %d", address.path(), i).isNotNull();
            bytes.writeBytes(hash.bytes());
        }
        return bytes.toByteArray();
    }
}
