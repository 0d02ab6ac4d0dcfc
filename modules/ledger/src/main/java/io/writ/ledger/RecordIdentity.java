package io.writ.ledger;

import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.StoredRecord;
import java.util.Locale;

/**
 * What a record says of itself. A record that was copied to another place, another id or another tenant hashes well
 * there; only its own words tell.
 *
 * @param recordId empty where the record names none
 * @param tenant empty where it names none, as a notice does
 * @param kind empty where it names none
 * @param occurredAt empty where it says no time
 * @param isOfRun whether it names a run
 */
record RecordIdentity(String recordId, String tenant, String kind, String occurredAt, boolean isOfRun) {

    /** Reads the members of canonical bytes that name a record. */
    static RecordIdentity in(byte[] canonical) {
        var members = new TopMembers(canonical);
        String recordId = "";
        String tenant = "";
        String kind = "";
        String occurredAt = "";
        boolean isOfRun = false;
        while (members.next()) {
            // The length of a name tells most of them apart without looking at it.
            switch (members.nameLength()) {
                case 4 -> kind = members.isNamed("kind") ? members.text() : kind;
                case 6 -> tenant = members.isNamed("tenant") ? members.text() : tenant;
                case 9 -> recordId = members.isNamed("record_id") ? members.text() : recordId;
                case 10 -> isOfRun |= members.isNamed("session_id");
                case 11 -> occurredAt = members.isNamed("occurred_at") ? members.text() : occurredAt;
                default -> {}
            }
        }
        return new RecordIdentity(recordId, tenant, kind, occurredAt, isOfRun);
    }

    /** Whether it may begin or end something, or belongs to a run. */
    boolean isCounted() {
        return isOfRun || !kind.equals("decision");
    }

    /** Whether the record names itself by another id than the one it is stored under. */
    boolean isCopy(StoredRecord record) {
        return !recordId.isEmpty() && !recordId.equals(record.id().toString());
    }

    /** Whether it was recorded for another tenant than the one it is stored for. */
    boolean isElsewhere(StoredRecord record) {
        return !tenant.isEmpty()
                && record.tenant().filter(owner -> !owner.equals(tenant)).isPresent();
    }

    /** Whether its entry says that it is something else. */
    boolean isOfOtherKind(EntryView entry) {
        return !kind.isEmpty() && !kind.replace('-', '_').equals(kindOf(entry));
    }

    private static String kindOf(EntryView entry) {
        for (EntryKind known : EntryKind.values()) {
            if (known.number() == entry.kind()) {
                return known.name().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }
}
