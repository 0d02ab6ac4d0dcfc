package io.writ.ledger.notice;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.ledger.retention.RetiredRange;
import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.NoteException;
import io.writ.ledger.signing.SignedNote;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Bodies were retired.
 *
 * @param range which
 * @param rows how many rows of each table went
 * @param checkpoint a signed note whose tree holds the entries of all retired records
 * @param databaseUser who did it
 */
public record Retention(
        Envelope envelope, RetiredRange range, Map<String, Long> rows, String checkpoint, String databaseUser)
        implements Notice {

    public Retention {
        rows = Map.copyOf(rows);
        parsed(checkpoint);
    }

    /** What the note says. */
    public Checkpoint covering() {
        return parsed(checkpoint);
    }

    @Override
    public NoticeKind kind() {
        return NoticeKind.RETENTION;
    }

    @Override
    public JsonObject json() {
        JsonObjectBuilder counts = SharedJson.PROVIDER.createObjectBuilder();
        new TreeMap<>(rows).forEach(counts::add);
        return envelope.opened(kind())
                .add("below_id", range.below().toString())
                .add("checkpoint", checkpoint)
                .add("database_user", databaseUser)
                .add("from_id", range.from().toString())
                .add("leaves", range.records())
                .add("leaves_root", range.root().hex())
                .add("rows", counts)
                .build();
    }

    static Retention read(Members members) {
        UUID from = members.uuid("from_id");
        UUID below = members.uuid("below_id");
        long leaves = members.number("leaves");
        Digest root = members.digest("leaves_root");
        Retention retention = new Retention(
                members.envelope(),
                new RetiredRange(from, below, leaves, root),
                members.counts("rows"),
                members.text("checkpoint"),
                members.text("database_user"));
        members.end();
        return retention;
    }

    private static Checkpoint parsed(String note) {
        try {
            return Checkpoint.parse(SignedNote.parse(note).text());
        } catch (NoteException malformed) {
            throw new NoticeException("its member checkpoint is none: " + malformed.getMessage(), malformed);
        }
    }
}
