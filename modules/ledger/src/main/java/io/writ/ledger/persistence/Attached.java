package io.writ.ledger.persistence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is stored beside a record and hashed in it by digest only: what policy was asked, and the evidence it released.
 * Whoever erases empties it; the record stays.
 */
public final class Attached {

    private final UUID recordId;
    private final String tenant;
    private final byte[] canonical;
    private final byte @Nullable [] policyInput;
    private final List<UnitRow> units;
    private final boolean inPlace;

    /**
     * The attachments of a record.
     *
     * @param units in their order
     * @param inPlace whether each unit belongs to tenant and run of the record, and none is left out in their numbers
     */
    Attached(
            UUID recordId,
            String tenant,
            byte[] canonical,
            byte @Nullable [] policyInput,
            List<UnitRow> units,
            boolean inPlace) {
        this.recordId = recordId;
        this.tenant = tenant;
        this.canonical = canonical;
        this.policyInput = policyInput;
        this.units = List.copyOf(units);
        this.inPlace = inPlace;
    }

    public UUID recordId() {
        return recordId;
    }

    public String tenant() {
        return tenant;
    }

    /** The record, for reading only. */
    public byte[] canonical() {
        return canonical;
    }

    /** What policy was asked, for reading only; empty when it was not asked, or when that was emptied. */
    public Optional<byte[]> policyInput() {
        return Optional.ofNullable(policyInput);
    }

    public List<UnitRow> units() {
        return units;
    }

    /** Whether each unit belongs to tenant and run of the record, and none is left out in their numbers. */
    public boolean isInPlace() {
        return inPlace;
    }
}
