package io.writ.governance.writ;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerHash;
import io.writ.ledger.proof.CheckpointProof;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the ledger as a writ carries it.
 *
 * @param record what the entry stands for; absent when whoever was given the writ may not read it
 */
record Entry(
        String place,
        String recordId,
        EntryKind kind,
        long lane,
        long seq,
        long treeIndex,
        Digest previous,
        Digest leaf,
        Digest hash,
        List<Digest> path,
        Optional<Node> record) {

    private static final Set<String> MEMBERS = Set.of(
            "entry_hash", "kind", "lane", "leaf_hash", "path", "previous_hash", "record_id", "seq", "tree_index");

    /** What a run consists of; the others are notices of the log itself. */
    private static final Set<EntryKind> KINDS =
            EnumSet.of(EntryKind.DECISION, EntryKind.INTENT, EntryKind.OUTCOME, EntryKind.GAP);

    Entry {
        path = List.copyOf(path);
    }

    /** Reads an entry; a record must be what its leaf says. */
    static Entry read(Node node) {
        node.with(MEMBERS, Set.of("record"));
        Digest leaf = node.digest("leaf_hash");
        return new Entry(
                node.place(),
                node.text("record_id"),
                kind(node),
                node.number("lane"),
                node.number("seq"),
                node.number("tree_index"),
                node.digest("previous_hash"),
                leaf,
                node.digest("entry_hash"),
                node.digests("path"),
                node.optionalText("record").map(text -> record(text, leaf, node)));
    }

    static String wireName(EntryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    void check(CheckpointProof checkpoint) {
        Broken.unless(
                LedgerHash.entry(previous, lane, seq, kind, leaf).equals(hash),
                Fault.ENTRY_HASH,
                place + ".entry_hash");
        Broken.unless(checkpoint.holds(hash, treeIndex, path), Fault.ENTRY_PROOF, place + ".path");
    }

    private static Node record(String text, Digest leaf, Node node) {
        String place = node.inside("record");
        byte[] bytes = Spelling.base64(text, Fault.ENTRY_RECORD, place);
        Broken.unless(LedgerHash.leaf(bytes).equals(leaf), Fault.ENTRY_LEAF, node.inside("leaf_hash"));
        return new Node(
                Spelling.object(bytes, Fault.ENTRY_RECORD, Fault.ENTRY_RECORD, place), place, Fault.RECORD_SHAPE);
    }

    private static EntryKind kind(Node node) {
        String name = node.text("kind");
        for (EntryKind kind : KINDS) {
            if (wireName(kind).equals(name)) {
                return kind;
            }
        }
        throw new Broken(Fault.STATEMENT_SHAPE, node.inside("kind"));
    }
}
