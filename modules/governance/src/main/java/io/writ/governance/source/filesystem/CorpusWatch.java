package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.Collection;
import io.writ.governance.source.filesystem.VersionStore.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the corpus in memory and looks whether it changed: once per second at most, plus once for a session that is
 * younger than the last look. One caller looks, the others wait for what it finds.
 */
final class CorpusWatch {

    /** What people edit need not be seen faster, and a walk costs a system call per file. */
    private static final Duration LOOK_INTERVAL = Duration.ofSeconds(1);

    private final Path root;
    private final Catalogue catalogue;
    private final VersionStore store;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<String, Mark> known = new HashMap<>();
    private volatile @Nullable Snapshot latest;

    CorpusWatch(Path root, Catalogue catalogue, VersionStore store, Clock clock) {
        this.root = root;
        this.catalogue = catalogue;
        this.store = store;
        this.clock = clock;
    }

    /** The corpus, looked at no earlier than that time. */
    Snapshot at(Instant asOf) throws IOException {
        Snapshot seen = latest;
        if (seen != null && isFresh(seen, asOf)) {
            return seen;
        }
        looking.lock();
        try {
            Snapshot meanwhile = latest;
            if (meanwhile != null && isFresh(meanwhile, asOf)) {
                return meanwhile;
            }
            Snapshot now = look(meanwhile);
            latest = now;
            return now;
        } finally {
            looking.unlock();
        }
    }

    private boolean isFresh(Snapshot snapshot, Instant asOf) {
        return !snapshot.confirmedAt().isBefore(asOf)
                && clock.instant().isBefore(snapshot.confirmedAt().plus(LOOK_INTERVAL));
    }

    private Snapshot look(@Nullable Snapshot before) throws IOException {
        Instant begin = clock.instant();
        Map<String, FileStamp> stamps = CorpusWalk.of(root, catalogue);
        if (before == null) {
            tenants().forEach(this::remember);
        }
        CorpusUpdate update = new CorpusUpdate(catalogue, before, stamps, Collections.unmodifiableMap(known));
        Snapshot now = update.at(begin, clock::instant);
        update.fresh()
                .forEach((tenant, observations) -> Batches.of(observations).forEach(batch -> store.add(tenant, batch)));
        now.documents()
                .forEach((id, document) ->
                        known.put(id, new Mark(document.state().versionId(), document.since())));
        return now;
    }

    /** What is remembered of documents that this catalogue still gives to that tenant. */
    private void remember(TenantId tenant) {
        store.latest(tenant).forEach((id, mark) -> {
            if (catalogue
                    .collectionOf(id)
                    .filter(c -> c.tenant().equals(tenant))
                    .isPresent()) {
                known.put(id, mark);
            }
        });
    }

    private List<TenantId> tenants() {
        return catalogue.collections().stream()
                .map(Collection::tenant)
                .distinct()
                .toList();
    }
}
