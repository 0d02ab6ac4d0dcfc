package io.writ.ledger.tree;

import io.writ.evidence.Digest;
import io.writ.ledger.EntryKind;
import io.writ.ledger.LedgerHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Somebody with the recipe of the hashes: changes a record, and computes every hash after it anew. */
record LaneRewriting(ExportedFiles files) {

    /** Where the length of a record stands in it. */
    static final int LENGTH_AT = 34;

    void rewriteLane(int lane, int fromSeq) throws IOException {
        byte[] entries = files.entries();
        int last = (GrownLog.SIZE + GrownLog.TAIL) / 2;
        for (int seq = fromSeq; seq <= last; seq++) {
            int at = ExportedFiles.at(lane, seq);
            if (seq == fromSeq) {
                byte[] leaf = LedgerHash.leaf(new byte[] {1}).bytes();
                System.arraycopy(leaf, 0, entries, at + 17, 32);
            }
            byte[] previous = Arrays.copyOfRange(entries, at - 48, at - 16);
            byte[] leaf = Arrays.copyOfRange(entries, at + 17, at + 49);
            byte[] entry = LedgerHash.entry(Digest.ofRaw(previous), lane, seq, EntryKind.DECISION, Digest.ofRaw(leaf))
                    .bytes();
            System.arraycopy(entry, 0, entries, at + 49, 32);
        }
        files.entries(entries);
        files.records(rewritten(lane, fromSeq));
    }

    /** The record in question now holds the one byte that the leaf is of. */
    private byte[] rewritten(int lane, int seq) throws IOException {
        byte[] records = files.records();
        int at = 0;
        ByteBuffer numbers = ByteBuffer.wrap(records);
        while (numbers.getLong(at) != lane || numbers.getLong(at + 8) != seq) {
            at += length(records, at);
        }
        int head = LENGTH_AT + 4 + numbers.getShort(at + 32);
        int end = at + length(records, at);
        ByteBuffer changed = ByteBuffer.allocate(records.length - (end - at - head) + 1);
        changed.put(records, 0, at + head).put((byte) 1).put(records, end, records.length - end);
        changed.putInt(at + LENGTH_AT, 1);
        return changed.array();
    }

    static int length(byte[] records, int at) {
        ByteBuffer head = ByteBuffer.wrap(records);
        return LENGTH_AT + 4 + head.getShort(at + 32) + head.getInt(at + LENGTH_AT);
    }
}
