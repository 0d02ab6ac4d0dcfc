package io.writ.ledger.notice;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.NoteKey;
import io.writ.ledger.signing.SignatureLine;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Members of a notice, each read once; whoever reads says at the end that there are no others. */
final class Members {

    private final JsonObject object;
    private final Set<String> unread;

    private Members(JsonObject object) {
        this.object = object;
        this.unread = new HashSet<>(object.keySet());
    }

    /** Reads the text of a notice, which must be in its canonical form. */
    static Members of(byte[] canonical) {
        try {
            JsonObject object = StrictJson.parseObject(canonical);
            if (!Arrays.equals(Rfc8785.bytes(object), canonical)) {
                throw new NoticeException("it is not in canonical form");
            }
            return new Members(object);
        } catch (IllegalArgumentException malformed) {
            throw new NoticeException("it is no JSON of ours: " + malformed.getMessage(), malformed);
        }
    }

    String text(String name) {
        if (value(name) instanceof JsonString text) {
            return text.getString();
        }
        throw new NoticeException("its member " + name + " is no text");
    }

    long number(String name) {
        if (value(name) instanceof JsonNumber number && number.isIntegral() && number.longValueExact() >= 0) {
            return number.longValueExact();
        }
        throw new NoticeException("its member " + name + " is no whole number from 0");
    }

    /** An object of whole numbers from 0. */
    Map<String, Long> counts(String name) {
        if (!(value(name) instanceof JsonObject counted)) {
            throw new NoticeException("its member " + name + " is no object");
        }
        Members members = new Members(counted);
        Map<String, Long> counts = new HashMap<>();
        counted.keySet().forEach(each -> counts.put(each, members.number(each)));
        return counts;
    }

    Digest digest(String name) {
        String text = text(name);
        if (!Digest.isDigest(text)) {
            throw new NoticeException("its member " + name + " is no SHA-256 digest");
        }
        return new Digest(text);
    }

    UUID uuid(String name) {
        String text = text(name);
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException malformed) {
            throw new NoticeException("its member " + name + " is no UUID", malformed);
        }
        throw new NoticeException("its member " + name + " is no UUID in its one written form");
    }

    NoteKey key(String name) {
        try {
            return NoteKey.parse(text(name));
        } catch (NoteException malformed) {
            throw new NoticeException("its member " + name + " is no key: " + malformed.getMessage(), malformed);
        }
    }

    private List<String> texts(String name) {
        if (value(name) instanceof JsonArray array && array.stream().allMatch(JsonString.class::isInstance)) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .toList();
        }
        throw new NoticeException("its member " + name + " is no list of texts");
    }

    List<SignatureLine> signatures(String name) {
        try {
            return texts(name).stream().map(SignatureLine::parse).toList();
        } catch (NoteException malformed) {
            throw new NoticeException("its member " + name + " has none: " + malformed.getMessage(), malformed);
        }
    }

    Envelope envelope() {
        try {
            return new Envelope(uuid("record_id"), Instant.parse(text("noticed_at")));
        } catch (DateTimeException malformed) {
            throw new NoticeException("its member noticed_at is no time", malformed);
        }
    }

    /** A notice that says more than its reader understands is not understood. */
    void end() {
        if (!unread.isEmpty()) {
            throw new NoticeException("it has members that notices of its kind do not have: "
                    + String.join(", ", unread.stream().sorted().toList()));
        }
    }

    private JsonValue value(String name) {
        JsonValue value = object.get(name);
        if (value == null) {
            throw new NoticeException("its member " + name + " is missing");
        }
        unread.remove(name);
        return value;
    }
}
