package io.writ.ledger.export;

import io.writ.evidence.Digest;
import io.writ.ledger.persistence.LogSnapshot.TileRow;
import io.writ.ledger.persistence.RangeRow;
import io.writ.ledger.persistence.StoredRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Rows as bytes of a fixed place each: those that are many. Numbers are big-endian. */
final class RowBytes {

    /** Bytes of a range: tree index, lane, first seq, count. */
    static final int RANGE = 28;

    /** Bytes of a tile: level, index, SHA-256 of its hashes, root. */
    static final int TILE = 73;

    /** Bytes before the tenant of a record: lane, seq, id, length of the tenant, length of the bytes. */
    static final int RECORD_HEAD = 38;

    private static final int HASH = 32;

    private RowBytes() {}

    static void write(RangeRow range, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(RANGE)
                .putLong(range.index())
                .putLong(range.lane())
                .putLong(range.fromSeq())
                .putInt(range.count())
                .array());
    }

    static RangeRow range(ByteBuffer bytes) {
        return new RangeRow(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getInt());
    }

    static void write(int level, long index, TileRow tile, OutputStream out) throws IOException {
        out.write(ByteBuffer.allocate(TILE)
                .put((byte) level)
                .putLong(index)
                .put(tile.content().bytes())
                .put(tile.root().bytes())
                .array());
    }

    static TileRow tile(ByteBuffer bytes) {
        return new TileRow(digest(bytes), digest(bytes));
    }

    static void write(long lane, long seq, StoredRecord record, OutputStream out) throws IOException {
        byte[] tenant = record.tenant().orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] canonical = record.canonical();
        out.write(ByteBuffer.allocate(RECORD_HEAD)
                .putLong(lane)
                .putLong(seq)
                .putLong(record.id().getMostSignificantBits())
                .putLong(record.id().getLeastSignificantBits())
                .putShort((short) tenant.length)
                .putInt(canonical.length)
                .array());
        out.write(tenant);
        out.write(canonical);
    }

    private static Digest digest(ByteBuffer bytes) {
        byte[] hash = new byte[HASH];
        bytes.get(hash);
        return Digest.ofRaw(hash);
    }
}
