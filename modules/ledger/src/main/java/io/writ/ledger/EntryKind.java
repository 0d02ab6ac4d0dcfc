package io.writ.ledger;

/** What an entry records. Its number is one byte of what the entry hashes: never reuse one. */
public enum EntryKind {
    LANE_OPEN(1),
    DECISION(2),
    INTENT(3),
    OUTCOME(4),
    GAP(5),
    LANE_SEAL(6),
    KEY_CHANGE(7),
    RESTART(8),
    RETENTION(9);

    private final int number;

    EntryKind(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** The kind that is stored as this number. */
    public static EntryKind ofNumber(int number) {
        for (EntryKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new LedgerException("entry kind " + number + " is not known to this version");
    }
}
