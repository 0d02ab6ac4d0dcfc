package io.writ.governance.source.filesystem;

import io.writ.governance.policy.ItemAdmission;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.PermitCheck;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Source;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Text documents below one directory, true at the time that a session is pinned to. */
public final class FilesystemSource implements Source {

    private static final System.Logger LOG = System.getLogger(FilesystemSource.class.getName());

    private final Catalogue catalogue;
    private final PermitCheck permitCheck;
    private final VersionStore store;
    private final CorpusWatch watch;
    private final PastStates past;
    private final CorpusSearch search;
    private final Clock clock;

    /** Documents below the root, remembered in the database of that data source. */
    public FilesystemSource(Path root, Catalogue catalogue, DataSource dataSource, Clock clock) {
        this(root, catalogue, new JdbcVersionStore(dataSource), clock);
    }

    FilesystemSource(Path root, Catalogue catalogue, VersionStore store, Clock clock) {
        this.catalogue = catalogue;
        this.permitCheck = new PermitCheck(catalogue, clock);
        this.store = store;
        this.watch = new CorpusWatch(root, catalogue, store, clock);
        this.past = new PastStates(store);
        this.search = new CorpusSearch(catalogue, past);
        this.clock = clock;
    }

    @Override
    public Reading read(ReadPermit permit, SourceQuery query) {
        Optional<Reading.Failed> refusal = permitCheck.refusal(permit, query);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        try {
            Snapshot snapshot = watch.at(permit.asOf());
            return switch (query) {
                case SourceQuery.Search wanted -> search.read(permit, wanted, snapshot, clock.instant());
                case SourceQuery.Span span -> span(permit, span, snapshot);
                case SourceQuery.Versions versions -> versions(permit, versions.objectId(), snapshot);
                case SourceQuery.Rows _, SourceQuery.Aggregate _ ->
                    new Reading.Failed(SourceFailure.INVALID, "a document corpus holds no record views");
            };
        } catch (IOException unreadable) {
            return failure(unreadable);
        } catch (VersionStoreException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "document versions cannot be reached", unreachable);
            return new Reading.Failed(SourceFailure.DOWN, "document versions cannot be reached; try again later");
        }
    }

    @Override
    public boolean isReachable() {
        try {
            watch.at(Instant.EPOCH);
            return true;
        } catch (IOException | VersionStoreException unreachable) {
            LOG.log(System.Logger.Level.WARNING, "the document corpus cannot be read", unreachable);
            return false;
        }
    }

    private Reading span(ReadPermit permit, SourceQuery.Span span, Snapshot snapshot) {
        Resource.Document document = catalogue.document(span.objectId(), permit.tenant());
        if (!ItemAdmission.admits(permit.obligations().filter(), permit.tenant(), document)) {
            return new Reading.Failed(SourceFailure.NOT_PERMITTED, "the permit's filter does not admit this document");
        }
        return switch (state(permit, document, snapshot)) {
            case FileState.Held held -> SpanRead.of(document, held.text(), span, clock.instant());
            case FileState.Unknown unknown ->
                new Reading.Failed(unknown.failure(), "the document cannot be served: " + unknown.reason());
            case FileState.Absent _ -> notFound();
        };
    }

    private FileState state(ReadPermit permit, Resource.Document document, Snapshot snapshot) {
        if (document.collectionName().isEmpty()) {
            return new FileState.Absent();
        }
        Map<String, FileState> states = past.states(snapshot, permit.tenant(), List.of(document.id()), permit.asOf());
        return states.getOrDefault(document.id(), new FileState.Absent());
    }

    private Reading versions(ReadPermit permit, String objectId, Snapshot snapshot) {
        Resource.Document document = catalogue.document(objectId, permit.tenant());
        if (!ItemAdmission.admits(permit.obligations().filter(), permit.tenant(), document)) {
            return new Reading.Failed(SourceFailure.NOT_PERMITTED, "the permit's filter does not admit this document");
        }
        if (document.collectionName().isEmpty() || !snapshot.documents().containsKey(objectId)) {
            return notFound();
        }
        List<Reading.Version> versions = store.versions(permit.tenant(), objectId, permit.asOf());
        return versions.isEmpty()
                ? new Reading.Failed(
                        SourceFailure.AS_OF_NOT_HELD, "no version of the document had been seen at that time")
                : new Reading.VersionList(document, versions);
    }

    private static Reading.Failed notFound() {
        return new Reading.Failed(SourceFailure.NOT_FOUND, "there is no such document");
    }

    private static Reading.Failed failure(IOException unreadable) {
        LOG.log(System.Logger.Level.WARNING, "the document corpus cannot be read", unreadable);
        return switch (unreadable) {
            case NoSuchFileException _, NotDirectoryException _ ->
                new Reading.Failed(SourceFailure.MISCONFIGURED, "the document corpus does not exist where it should");
            case CorpusTooLargeException _ ->
                new Reading.Failed(SourceFailure.MISCONFIGURED, "the document corpus is larger than allowed");
            default -> new Reading.Failed(SourceFailure.DOWN, "the document corpus cannot be read; try again later");
        };
    }
}
