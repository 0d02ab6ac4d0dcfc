package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.filesystem.VersionStore.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The step from one snapshot to the next: reads what changed, keeps the rest. */
final class CorpusUpdate {

    private static final System.Logger LOG = System.getLogger(CorpusUpdate.class.getName());

    /** Held in memory as bytes and as folded lines; three times this is what a corpus may cost. */
    static final int TOTAL_BYTES_MAX = 32 << 20;

    /** Two writes within one tick of the kernel's clock look alike, so a stamp is trusted only when it has aged. */
    private static final Duration STAMP_SETTLES = Duration.ofMillis(100);

    private final Catalogue catalogue;
    private final @Nullable Snapshot before;
    private final Map<String, FileStamp> stamps;
    private final Map<String, Mark> known;
    private List<Observation> fresh = List.of();

    CorpusUpdate(
            Catalogue catalogue, @Nullable Snapshot before, Map<String, FileStamp> stamps, Map<String, Mark> known) {
        this.catalogue = catalogue;
        this.before = before;
        this.stamps = stamps;
        this.known = known;
    }

    /** The new snapshot; the clock is asked again once everything has been read. */
    Snapshot at(Instant begin, Supplier<Instant> clock) {
        Map<String, DocumentRead.Result> results = new TreeMap<>();
        long bytes = 0;
        for (Map.Entry<String, FileStamp> entry : stamps.entrySet()) {
            FileStamp stamp = entry.getValue();
            bytes += Math.min(stamp.size(), DocumentRead.FILE_BYTES_MAX);
            results.put(entry.getKey(), bytes > TOTAL_BYTES_MAX ? beyondTotal(stamp) : result(entry.getKey(), stamp));
        }
        History history = new History(before == null ? null : before.confirmedAt(), clock.get());
        SortedMap<String, LiveDocument> documents = new TreeMap<>();
        results.forEach((id, result) -> documents.put(id, document(id, result.state(), result.stamp(), history)));
        known.keySet().stream()
                .filter(id -> !documents.containsKey(id))
                .forEach(id -> documents.put(id, gone(id, history)));
        fresh = history.fresh();
        tellUnreadable(documents);
        return new Snapshot(begin, documents);
    }

    /** What must be remembered, by tenant. */
    Map<TenantId, List<Observation>> fresh() {
        return fresh.stream().collect(Collectors.groupingBy(observation -> tenant(observation.objectId())));
    }

    private DocumentRead.Result result(String objectId, FileStamp stamp) {
        if (before == null) {
            return DocumentRead.of(stamp);
        }
        LiveDocument old = before.documents().get(objectId);
        boolean settled = stamp.changedAt().plus(STAMP_SETTLES).isBefore(before.confirmedAt());
        return old != null && settled && stamp.equals(old.stamp())
                ? new DocumentRead.Result(old.state(), stamp)
                : DocumentRead.of(stamp);
    }

    private LiveDocument document(String id, FileState state, FileStamp stamp, History history) {
        Instant since = history.since(id, state, known.get(id), stamp.changedAt());
        return new LiveDocument(id, tenant(id), state, since, stamp);
    }

    private LiveDocument gone(String id, History history) {
        FileState absent = new FileState.Absent();
        Instant since = history.since(id, absent, known.get(id), Instant.EPOCH);
        return new LiveDocument(id, tenant(id), absent, since, FileStamp.NONE);
    }

    private TenantId tenant(String objectId) {
        return catalogue.collectionOf(objectId).orElseThrow().tenant();
    }

    private void tellUnreadable(Map<String, LiveDocument> documents) {
        documents.forEach((id, document) -> {
            LiveDocument old = before == null ? null : before.documents().get(id);
            boolean told = old != null && old.state().equals(document.state());
            if (!told && document.state() instanceof FileState.Unknown unknown) {
                LOG.log(System.Logger.Level.WARNING, "document " + id + " is not served: " + unknown.reason());
            }
        });
    }

    private static DocumentRead.Result beyondTotal(FileStamp stamp) {
        return new DocumentRead.Result(
                new FileState.Unknown(
                        SourceFailure.MISCONFIGURED,
                        "the documents before it already fill the " + TOTAL_BYTES_MAX + " bytes of a corpus"),
                stamp);
    }
}
