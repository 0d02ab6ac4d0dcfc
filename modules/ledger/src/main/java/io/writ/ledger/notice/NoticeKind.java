package io.writ.ledger.notice;

import java.util.Arrays;
import java.util.Optional;

/** Kinds of notices: their number is that of the entry, their name is the member {@code kind} of the text. */
public enum NoticeKind {
    LANE_SEAL(6, "lane-seal"),
    KEY_CHANGE(7, "key-change"),
    RESTART(8, "restart"),
    RETENTION(9, "retention");

    private final int number;
    private final String wireName;

    NoticeKind(int number, String wireName) {
        this.number = number;
        this.wireName = wireName;
    }

    /** The kind that is stored as this number. */
    public static Optional<NoticeKind> ofNumber(int number) {
        return Arrays.stream(values()).filter(kind -> kind.number == number).findFirst();
    }

    /** The kind that is written like this. */
    public static Optional<NoticeKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }

    public int number() {
        return number;
    }

    public String wireName() {
        return wireName;
    }
}
