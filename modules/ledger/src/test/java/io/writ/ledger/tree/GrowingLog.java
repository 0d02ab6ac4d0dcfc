package io.writ.ledger.tree;

import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** A tree over leaves that no database has. */
record GrowingLog(GrowingTree tree) {

    static GrowingLog of(int leaves) {
        GrowingTree tree = GrowingTree.empty();
        for (int i = 0; i < leaves; i++) {
            tree.append(TreeHash.leaf(("elsewhere " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return new GrowingLog(tree);
    }

    String checkpoint(NoteSigner signer) {
        String text = new Checkpoint(signer.key().name(), tree.size(), tree.root(), List.of()).text();
        return new SignedNote(text, List.of())
                .with(signer.sign(text, Instant.EPOCH))
                .written();
    }
}
