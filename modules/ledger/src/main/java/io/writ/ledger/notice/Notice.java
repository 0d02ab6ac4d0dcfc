package io.writ.ledger.notice;

import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;

/** Something that the log says about itself. */
public sealed interface Notice permits LaneSeal, Succession, Retention {

    NoticeKind kind();

    /** All members. */
    JsonObject json();

    /** The exact bytes whose leaf the ledger holds. */
    default byte[] canonical() {
        return Rfc8785.bytes(json());
    }

    /**
     * Reads what {@link #canonical} wrote, and nothing else.
     *
     * @throws NoticeException when it is something else
     */
    static Notice parse(byte[] canonical) {
        Members members = Members.of(canonical);
        if (!members.text("type").equals(Envelope.TYPE)) {
            throw new NoticeException("its type is not " + Envelope.TYPE);
        }
        String name = members.text("kind");
        NoticeKind kind = NoticeKind.named(name)
                .orElseThrow(() -> new NoticeException("notices of kind " + name + " are not known to this version"));
        return switch (kind) {
            case LANE_SEAL -> LaneSeal.read(members);
            case KEY_CHANGE -> KeyChange.read(members);
            case RESTART -> Restart.read(members);
            case RETENTION -> Retention.read(members);
        };
    }
}
