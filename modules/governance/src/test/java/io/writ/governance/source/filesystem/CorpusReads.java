package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.policy.Obligations;
import io.writ.governance.policy.TestPermits;
import io.writ.governance.source.QueryScope;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Shipped;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.SourceQuery.MatchMode;
import io.writ.governance.source.catalogue.Catalogue;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** Asks a document source under permits that fit. */
final class CorpusReads {

    private final Catalogue catalogue = Shipped.catalogue();
    private final FilesystemSource source;
    private final Clock clock;

    CorpusReads(Path root, VersionStore store, Clock clock) {
        this.source = new FilesystemSource(root, catalogue, store, clock);
        this.clock = clock;
    }

    FilesystemSource source() {
        return source;
    }

    Reading read(SourceQuery query, TenantId tenant, Obligations obligations, Instant asOf) {
        var resource = QueryScope.of(query, catalogue, tenant);
        var permit = TestPermits.permit(
                tenant, resource, obligations, asOf, clock.instant().plusSeconds(30));
        return source.read(permit, query);
    }

    Reading read(SourceQuery query, TenantId tenant, Obligations obligations) {
        return read(query, tenant, obligations, clock.instant());
    }

    Reading span(String objectId) {
        return span(objectId, clock.instant());
    }

    Reading span(String objectId, Instant asOf) {
        var whole = new SourceQuery.Span(objectId, OptionalInt.empty(), OptionalInt.empty());
        return read(whole, Shipped.LOCAL, Obligations.NONE, asOf);
    }

    Reading span(String objectId, int start, int end) {
        var part = new SourceQuery.Span(objectId, OptionalInt.of(start), OptionalInt.of(end));
        return read(part, Shipped.LOCAL, Obligations.NONE);
    }

    /** The text of the whole document. */
    String text(String objectId, Instant asOf) {
        return ((Reading.TextSpan) span(objectId, asOf)).text();
    }

    Reading versions(String objectId, Instant asOf) {
        return read(new SourceQuery.Versions(objectId), Shipped.LOCAL, Obligations.NONE, asOf);
    }

    static SourceQuery.Search any(String... terms) {
        return new SourceQuery.Search(String.join(" ", terms), List.of(terms), MatchMode.ANY, false, "", 50);
    }

    List<String> found(SourceQuery query, TenantId tenant, Obligations obligations) {
        return ((Reading.Hits) read(query, tenant, obligations))
                .hits().stream().map(hit -> hit.document().id()).toList();
    }
}
