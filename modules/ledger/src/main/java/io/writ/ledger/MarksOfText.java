package io.writ.ledger;

import io.writ.ledger.persistence.RecordMarks;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads the marks of a record in its canonical text. Members stand in the order of their names: run and tenant come last,
 * all other marks come before what policy said, which is long.
 */
final class MarksOfText {

    private static final String LAST_OF_FRONT = "outcome";
    private static final String SESSION = "session_id";
    private static final String TENANT = "tenant";
    private static final byte[] SESSION_NAME = ",\"session_id\":".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TENANT_NAME = ",\"tenant\":".getBytes(StandardCharsets.UTF_8);

    private EntryKind kind = EntryKind.DECISION;
    private Optional<String> event = Optional.empty();
    private Optional<String> tenant = Optional.empty();
    private Optional<String> session = Optional.empty();
    private Optional<String> closes = Optional.empty();
    private String outcome = "";
    private int evidence;
    private boolean afterEnd;

    private MarksOfText() {}

    /** Empty when the text is none that a record could have. */
    static Optional<RecordMarks> of(byte[] canonical) {
        try {
            return Optional.of(new MarksOfText().read(canonical));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }

    private RecordMarks read(byte[] canonical) {
        front(canonical);
        back(canonical);
        boolean answered = outcome.equals("answered") && event.orElse("").equals("operator_call");
        return new RecordMarks(
                kind.number(),
                event.filter(_ -> kind == EntryKind.INTENT),
                tenant,
                session,
                closes,
                answered ? OptionalInt.of(evidence) : OptionalInt.empty(),
                afterEnd);
    }

    private void front(byte[] canonical) {
        MemberScan scan = MemberScan.of(canonical);
        for (String name = scan.next(); !name.isEmpty() && name.compareTo(LAST_OF_FRONT) <= 0; name = scan.next()) {
            switch (name) {
                case "after_end" -> afterEnd = scan.isTrue();
                case "closes" -> closes = Optional.of(scan.string());
                case "event" -> event = Optional.of(scan.string());
                case "evidence" -> evidence = scan.elements();
                case "kind" -> kind = EntryKind.valueOf(scan.string().toUpperCase(Locale.ROOT));
                case LAST_OF_FRONT -> outcome = scan.string();
                default -> {}
            }
        }
    }

    /** Looks from the end, and from the beginning if what it finds there is a member of something else. */
    private void back(byte[] canonical) {
        int sessionAt = last(SESSION_NAME, canonical);
        int found = sessionAt < 0 ? last(TENANT_NAME, canonical) : sessionAt;
        if (found >= 0 && !collected(MemberScan.from(canonical, found + 1))) {
            tenant = Optional.empty();
            session = Optional.empty();
            collected(MemberScan.of(canonical));
        }
    }

    /** Whether the object that was scanned is the whole record. */
    private boolean collected(MemberScan scan) {
        for (String name = scan.next(); !name.isEmpty(); name = scan.next()) {
            if (name.equals(SESSION)) {
                session = Optional.of(scan.string());
            } else if (name.equals(TENANT)) {
                tenant = Optional.of(scan.string());
            }
        }
        return scan.isAtEndOfText();
    }

    /** A quote inside a text is escaped, so these bytes are a member's name wherever they stand. */
    private static int last(byte[] name, byte[] canonical) {
        for (int at = canonical.length - name.length; at >= 0; at--) {
            if (canonical[at] == ',' && Arrays.equals(canonical, at, at + name.length, name, 0, name.length)) {
                return at;
            }
        }
        return -1;
    }
}
