package io.writ.ledger.export;

import io.writ.ledger.persistence.StoredRecord;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Goes over the records of one file. Not thread-safe. */
final class RecordScan {

    private static final int BUFFER = 1 << 20;

    /** No record of ours comes near; whoever claims more wants memory. */
    private static final int CANONICAL_MAX = 64 << 20;

    private final Region file;
    private final StoredRecord record = new StoredRecord();
    private byte[] buffer = new byte[BUFFER];
    private ByteBuffer numbers = ByteBuffer.wrap(buffer);
    private long nextRead;
    private int filled;
    private int at;
    private long lane;
    private long seq;
    private String tenant = "";

    RecordScan(Region file) {
        this.file = file;
    }

    /** Goes to the next record; false after the last. */
    boolean next() throws IOException {
        if (!ensure(RowBytes.RECORD_HEAD)) {
            return false;
        }
        lane = numbers.getLong(at);
        seq = numbers.getLong(at + 8);
        UUID id = new UUID(numbers.getLong(at + 16), numbers.getLong(at + 24));
        int tenantLength = numbers.getShort(at + 32) & 0xffff;
        int length = numbers.getInt(at + 34);
        if (length < 0 || length > CANONICAL_MAX) {
            throw new ExportException(file.name(), "a record of " + length + " bytes is none of ours");
        }
        int whole = RowBytes.RECORD_HEAD + tenantLength + length;
        if (!ensure(whole)) {
            throw new ExportException(file.name(), "it ends in the middle of a record");
        }
        int text = at + RowBytes.RECORD_HEAD;
        tenant(text, tenantLength);
        record.look(id, tenant, Arrays.copyOfRange(buffer, text + tenantLength, at + whole));
        at += whole;
        return true;
    }

    long lane() {
        return lane;
    }

    long seq() {
        return seq;
    }

    StoredRecord record() {
        return record;
    }

    /** Most records are of the tenant of the one before: its name is not made anew. */
    private void tenant(int from, int length) {
        boolean same = tenant.length() == length;
        for (int index = 0; same && index < length; index++) {
            same = tenant.charAt(index) == buffer[from + index];
        }
        if (!same) {
            tenant = new String(buffer, from, length, StandardCharsets.UTF_8);
        }
    }

    /** Makes sure that so many bytes are in the buffer; false at the end of the file. */
    private boolean ensure(int wanted) throws IOException {
        if (filled - at >= wanted) {
            return true;
        }
        int rest = filled - at;
        byte[] target = wanted > buffer.length ? new byte[wanted] : buffer;
        System.arraycopy(buffer, at, target, 0, rest);
        if (target.length != buffer.length) {
            numbers = ByteBuffer.wrap(target);
        }
        buffer = target;
        byte[] more = new byte[buffer.length - rest];
        int count = file.read(nextRead, more, more.length);
        System.arraycopy(more, 0, buffer, rest, count);
        nextRead += count;
        filled = rest + count;
        at = 0;
        if (filled == 0) {
            return false;
        }
        if (filled < wanted) {
            throw new ExportException(file.name(), "it ends in the middle of a record");
        }
        return true;
    }
}
