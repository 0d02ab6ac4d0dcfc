package io.writ.governance.source.filesystem;

import io.writ.governance.masking.TextMasks;
import io.writ.governance.masking.UnusableMaskException;
import io.writ.governance.policy.ItemAdmission;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.catalogue.Catalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Searches the documents that the permit admits, and no other: the filter is applied to what the catalogue says of a
 * document, before its text is looked at, so nothing about the others can be learnt from hits, order or number. What
 * masks hide in an admitted one is hidden from the search as well.
 */
final class CorpusSearch {

    private static final Comparator<Reading.Hit> BEST_FIRST = Comparator.comparingInt(Reading.Hit::score)
            .reversed()
            .thenComparing(hit -> hit.document().id());

    private final Catalogue catalogue;
    private final PastStates past;

    CorpusSearch(Catalogue catalogue, PastStates past) {
        this.catalogue = catalogue;
        this.past = past;
    }

    /**
     * Hits, best first. When there are none and a document could not be looked at, that is said instead: "nothing found"
     * must not stand for "not known".
     */
    Reading read(ReadPermit permit, SourceQuery.Search query, Snapshot snapshot, Instant now) {
        try {
            TextMasks masks = TextMasks.compile(permit.obligations().patterns());
            return read(permit, query, snapshot, new BestLine(query, masks), now);
        } catch (UnusableMaskException unusable) {
            return new Reading.Failed(SourceFailure.OBLIGATION_UNSUPPORTED, String.valueOf(unusable.getMessage()));
        }
    }

    private Reading read(
            ReadPermit permit, SourceQuery.Search query, Snapshot snapshot, BestLine bestLine, Instant now) {
        Map<String, Resource.Document> admitted = admitted(permit, query.prefix(), snapshot);
        Map<String, FileState> states = past.states(snapshot, permit.tenant(), admitted.keySet(), permit.asOf());
        List<Reading.Hit> hits = new ArrayList<>();
        Optional<FileState.Unknown> unseen = Optional.empty();
        for (Resource.Document document : admitted.values()) {
            switch (states.getOrDefault(document.id(), new FileState.Absent())) {
                case FileState.Held held ->
                    bestLine.in(document.id(), held.text())
                            .map(match -> hit(document, held.text(), match, now))
                            .ifPresent(hits::add);
                case FileState.Unknown unknown ->
                    unseen = unseen.or(() -> Optional.of(unknown).filter(CorpusSearch::mayHoldText));
                case FileState.Absent _ -> {}
            }
        }
        if (hits.isEmpty() && unseen.isPresent()) {
            return new Reading.Failed(
                    unseen.get().failure(),
                    "nothing was found, but a document could not be looked at: "
                            + unseen.get().reason());
        }
        int limit = Math.min(query.limit(), permit.obligations().rowsMax().orElse(query.limit()));
        return new Reading.Hits(hits.stream().sorted(BEST_FIRST).limit(limit).toList());
    }

    private Map<String, Resource.Document> admitted(ReadPermit permit, String prefix, Snapshot snapshot) {
        Map<String, Resource.Document> admitted = new TreeMap<>();
        for (LiveDocument live : snapshot.documents().tailMap(prefix).values()) {
            if (!live.objectId().startsWith(prefix)) {
                break;
            }
            if (live.tenant().equals(permit.tenant())) {
                Resource.Document document = catalogue.document(live.objectId(), permit.tenant());
                if (ItemAdmission.admits(permit.obligations().filter(), permit.tenant(), document)) {
                    admitted.put(live.objectId(), document);
                }
            }
        }
        return admitted;
    }

    private static Reading.Hit hit(Resource.Document document, TextDocument text, BestLine.Match match, Instant now) {
        return new Reading.Hit(
                document,
                text.versionId(),
                now,
                match.startByte(),
                match.endByte(),
                match.lineStart(),
                match.lineEnd(),
                text.text(match.startByte(), match.endByte()),
                match.score(),
                new DocumentSurroundings(text, match.startByte(), match.endByte()));
    }

    /** A file that is no text, or too large for one, holds nothing that a search could have found. */
    private static boolean mayHoldText(FileState.Unknown unknown) {
        return unknown.failure() == SourceFailure.DOWN || unknown.failure() == SourceFailure.AS_OF_NOT_HELD;
    }
}
