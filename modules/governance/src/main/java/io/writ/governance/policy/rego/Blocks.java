package io.writ.governance.policy.rego;

import java.util.List;

/** Blocks in order: each is tried, whether or not the one before it was left. */
final class Blocks {

    private final Block[] blocks;

    Blocks(List<Block> blocks) {
        this.blocks = blocks.toArray(Block[]::new);
    }

    List<Block> list() {
        return List.of(blocks);
    }

    /** NEXT once all have run; otherwise what leads out of here. */
    int run(Frame frame) {
        for (Block block : blocks) {
            int signal = block.run(frame);
            if (signal > Signal.UNDEFINED) {
                return Signal.outward(signal);
            }
        }
        return Signal.NEXT;
    }
}
