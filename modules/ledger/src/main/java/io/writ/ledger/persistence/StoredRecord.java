package io.writ.ledger.persistence;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A record as it is stored. Moved from record to record. Not thread-safe. */
public final class StoredRecord {

    private UUID id = new UUID(0, 0);
    private String tenant = "";
    private byte[] canonical = new byte[0];
    private Optional<RecordMarks> marks = Optional.empty();
    private OptionalInt noticeKind = OptionalInt.empty();

    /**
     * Looks at a record.
     *
     * @param owner the tenant whose it is; empty for a notice, which is nobody's
     */
    public void look(UUID recordId, String owner, byte[] bytes) {
        id = recordId;
        tenant = owner;
        canonical = bytes;
        marks = Optional.empty();
        noticeKind = OptionalInt.empty();
    }

    /** Looks at what the row of a notice says that it is. */
    public void notice(int kind) {
        noticeKind = OptionalInt.of(kind);
    }

    /** What the row of a notice says that it is; empty for a decision, and where no row is. */
    public OptionalInt noticeKind() {
        return noticeKind;
    }

    /** Looks at what the columns of the record say. */
    public void mark(RecordMarks columns) {
        marks = Optional.of(columns);
    }

    /** What columns beside the record say; empty for a notice, and where no columns are. */
    public Optional<RecordMarks> marks() {
        return marks;
    }

    public UUID id() {
        return id;
    }

    /** The tenant whose it is; empty for a notice, which is nobody's. */
    public Optional<String> tenant() {
        return tenant.isEmpty() ? Optional.empty() : Optional.of(tenant);
    }

    /** The bytes that were hashed, for reading only: they are not copied. */
    public byte[] canonical() {
        return canonical;
    }
}
