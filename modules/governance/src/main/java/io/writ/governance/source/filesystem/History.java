package io.writ.governance.source.filesystem;

import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.filesystem.VersionStore.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Works out since when a document is what it is now, and what must be remembered of the time before.
 *
 * <p>Between the last look at the old content and the change that led to the new one, nobody knows what the document
 * was: it may have been edited twice. That gap is remembered as unknown, so that nobody is served a guess.
 */
final class History {

    /** The resolution of the store; the gap begins right after the last look. */
    private static final Duration TICK = Duration.ofNanos(1000);

    private final @Nullable Instant lastLook;
    private final Instant seenAt;
    private final List<Observation> fresh = new ArrayList<>();

    /**
     * @param lastLook when this process last looked at the corpus, null when it never did
     * @param seenAt when it looked now
     */
    History(@Nullable Instant lastLook, Instant seenAt) {
        this.lastLook = lastLook;
        this.seenAt = seenAt;
    }

    /**
     * Since when the document is in this state.
     *
     * @param known the last thing remembered of it, null for nothing
     * @param changedAt when the file system says that it changed
     */
    Instant since(String objectId, FileState state, @Nullable Mark known, Instant changedAt) {
        if (known != null && known.versionId().equals(state.versionId())) {
            return known.since();
        }
        Instant confirmed = known == null || lastLook != null ? lastLook : known.since();
        Instant since = seenAt;
        if (confirmed != null) {
            boolean plausible = changedAt.isAfter(confirmed) && !changedAt.isAfter(seenAt);
            since = state instanceof FileState.Held && plausible ? changedAt : seenAt;
            rememberGap(objectId, known, confirmed, since);
        }
        Observation observation = new Observation(objectId, state, since);
        fresh.add(observation);
        return observation.since();
    }

    /** What was not remembered before. */
    List<Observation> fresh() {
        return List.copyOf(fresh);
    }

    private void rememberGap(String objectId, @Nullable Mark known, Instant confirmed, Instant until) {
        if (known == null) {
            fresh.add(new Observation(objectId, new FileState.Absent(), confirmed));
        }
        boolean alreadyUnknown = known != null && known.versionId().equals(FileState.Unknown.MARK);
        if (!alreadyUnknown && confirmed.plus(TICK).isBefore(until)) {
            FileState nobodyLooked = new FileState.Unknown(SourceFailure.AS_OF_NOT_HELD, "nobody looked at that time");
            fresh.add(new Observation(objectId, nobodyLooked, confirmed.plus(TICK)));
        }
    }
}
