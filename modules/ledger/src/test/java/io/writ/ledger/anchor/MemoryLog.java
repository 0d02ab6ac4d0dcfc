package io.writ.ledger.anchor;

import io.writ.ledger.merkle.ConsistencyProof;
import io.writ.ledger.merkle.GrowingTree;
import io.writ.ledger.merkle.Subtrees;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.NoteSigner;
import io.writ.ledger.signing.SignedNote;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A log in memory that signs what it is told to. */
public final class MemoryLog implements LogHistory {

    static final NoteSigner SIGNER = NoteSigner.parse(NoteSigner.mint("writ.example/anchored"));

    private final NoteSigner signer;
    private final List<TreeHash> leaves = new ArrayList<>();

    private MemoryLog(NoteSigner signer) {
        this.signer = signer;
    }

    /** The first leaves of the history that this word stands for. */
    public static MemoryLog of(String word, int leaves) {
        return of(SIGNER, word, leaves);
    }

    public static MemoryLog of(NoteSigner signer, String word, int leaves) {
        MemoryLog log = new MemoryLog(signer);
        for (int i = 0; i < leaves; i++) {
            log.leaves.add(TreeHash.leaf((word + i).getBytes(StandardCharsets.UTF_8)));
        }
        return log;
    }

    public NoteKey key() {
        return signer.key();
    }

    public SignedNote checkpoint() {
        return checkpoint(leaves.size());
    }

    public SignedNote checkpoint(long size) {
        String text = new Checkpoint(signer.key().name(), size, root(size), List.of()).text();
        return new SignedNote(text, List.of()).with(signer.sign(text, Instant.EPOCH));
    }

    @Override
    public LogTrust trust() {
        return LogTrust.of(signer.key());
    }

    @Override
    public Optional<SignedNote> newest() {
        return leaves.isEmpty() ? Optional.empty() : Optional.of(checkpoint());
    }

    @Override
    public long size() {
        return leaves.size();
    }

    @Override
    public TreeHash root(long size) {
        GrowingTree tree = GrowingTree.empty();
        leaves.subList(0, (int) size).forEach(tree::append);
        return tree.root();
    }

    @Override
    public ConsistencyProof between(long older, long newer) {
        return ConsistencyProof.between(older, newer, perfect());
    }

    private Subtrees perfect() {
        return (level, index) -> {
            int from = (int) (index << level);
            GrowingTree tree = GrowingTree.empty();
            leaves.subList(from, from + (1 << level)).forEach(tree::append);
            return tree.root();
        };
    }
}
