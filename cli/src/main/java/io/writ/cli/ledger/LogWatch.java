package io.writ.cli.ledger;

import io.writ.evidence.Digest;
import io.writ.evidence.StrictJson;
import io.writ.ledger.CheckpointView;
import io.writ.ledger.FollowedLog;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Looks at a log over HTTP, and holds what it says against what it said last. */
final class LogWatch {

    private static final int HTTP_UNAUTHORIZED = 401;
    private static final int HTTP_NOT_FOUND = 404;
    private static final int HTTP_BAD_REQUEST = 400;

    /** The problems by which a server says that it has no checkpoint, and that there is no such proof. */
    private static final String NO_CHECKPOINT = "tree-not-there";

    private static final String NO_PROOF = "params-invalid";

    private static final int PATH_MAX = 128;

    private final LedgerClient client;
    private final FollowedLog log;

    LogWatch(LedgerClient client, FollowedLog log) {
        this.client = client;
        this.log = log;
    }

    /**
     * One look.
     *
     * @param known the checkpoint of the look before
     */
    Sight look(Optional<CheckpointView> known) {
        try {
            LedgerClient.Answer answer = client.get("checkpoint");
            // Whatever stands before a server may know no such address; that there is no checkpoint, only the log can
            // say.
            if (answer.status() == HTTP_NOT_FOUND && answer.isProblem(NO_CHECKPOINT) && known.isPresent()) {
                return new Sight.Broken(
                        Sight.Alarm.SHRINK,
                        "the log had " + known.get().size() + " entries under a checkpoint, and now has no checkpoint");
            }
            if (!answer.isOk()) {
                return new Sight.Unclear("no checkpoint: " + answer.brief()
                        + (answer.status() == HTTP_UNAUTHORIZED ? "; say --as and the token" : ""));
            }
            return switch (log.read(answer.body())) {
                case FollowedLog.Reading.Trusted(var now) -> compare(known, now, answer.body());
                case FollowedLog.Reading.Strange(var now, var why) ->
                    new Sight.Broken(
                            Sight.Alarm.KEY,
                            "the checkpoint of size " + now.size() + " cannot be trusted: " + why
                                    + ". If the log changed its key, take the new public key from where you trust it,"
                                    + " verify the log with it, and watch on with --key; the state file stays");
                case FollowedLog.Reading.Nonsense(var why) ->
                    new Sight.Broken(Sight.Alarm.KEY, "what stands for a checkpoint is none: " + why);
            };
        } catch (IOException unreachable) {
            return new Sight.Unclear("the log gives no answer: " + reason(unreachable));
        }
    }

    private Sight compare(Optional<CheckpointView> known, CheckpointView now, String note) throws IOException {
        if (known.isEmpty()) {
            return new Sight.Fine(
                    "begun",
                    now,
                    note,
                    "followed from size " + now.size() + " on, root "
                            + now.root().hex());
        }
        CheckpointView before = known.get();
        if (!now.origin().equals(before.origin())) {
            return new Sight.Broken(
                    Sight.Alarm.KEY,
                    "the log called itself " + before.origin() + " and now calls itself " + now.origin()
                            + ". A restarted log has a new name: verify its restart notice, then begin with a new"
                            + " --state file");
        }
        if (now.size() < before.size()) {
            return new Sight.Broken(
                    Sight.Alarm.SHRINK, "the log covered " + before.size() + " entries and now covers " + now.size());
        }
        if (now.size() == before.size()) {
            return now.root().equals(before.root())
                    ? new Sight.Fine("same", now, note, "still " + now.size() + " entries")
                    : new Sight.Broken(
                            Sight.Alarm.FORK,
                            "size " + now.size() + " had the root "
                                    + before.root().hex() + " and now has "
                                    + now.root().hex());
        }
        return grown(before, now, note);
    }

    private Sight grown(CheckpointView before, CheckpointView now, String note) throws IOException {
        LedgerClient.Answer answer =
                client.get("v1/ledger/proofs/consistency?from=" + before.size() + "&to=" + now.size());
        // As above: that there is no proof between sizes that it signed is the log's own word, or nobody's.
        boolean denied = answer.status() == HTTP_BAD_REQUEST && answer.isProblem(NO_PROOF);
        if (!answer.isOk() && !denied) {
            return new Sight.Unclear("no proof of consistency: " + answer.brief());
        }
        String sizes = "size " + before.size() + " to size " + now.size();
        Optional<List<Digest>> path = answer.isOk() ? path(answer.body()) : Optional.empty();
        if (path.isEmpty()) {
            return new Sight.Broken(
                    Sight.Alarm.FORK, "the log does not prove that it grew from " + sizes + ": " + answer.brief());
        }
        return FollowedLog.isExtended(before, now, path.get())
                ? new Sight.Fine("grown", now, note, "grew from " + sizes)
                : new Sight.Broken(
                        Sight.Alarm.FORK,
                        "the log did not grow from " + sizes + ": what stood under "
                                + before.root().hex() + " is not under "
                                + now.root().hex());
    }

    /** Empty when it is no path of hashes. */
    private static Optional<List<Digest>> path(String body) {
        try {
            JsonObject proof = StrictJson.parseObject(body);
            List<JsonString> hashes = proof.getJsonArray("path").getValuesAs(JsonString.class);
            return hashes.size() > PATH_MAX
                    ? Optional.empty()
                    : Optional.of(hashes.stream()
                            .map(hash -> Digest.ofRaw(Base64.getDecoder().decode(hash.getString())))
                            .toList());
        } catch (IllegalArgumentException | ClassCastException | NullPointerException malformed) {
            return Optional.empty();
        }
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
