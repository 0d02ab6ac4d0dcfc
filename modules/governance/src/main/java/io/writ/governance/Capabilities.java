package io.writ.governance;

import java.util.List;

/**
 * What a caller may ask, in words a planner and a person can use.
 *
 * @param views record views that policy lets this caller read, fields already narrowed
 * @param collections document collections that this caller may search
 * @param withheld names of listed sources that exist and that policy does not let this caller read
 */
public record Capabilities(
        List<Capability> entries,
        List<ViewVocabulary> views,
        List<CollectionVocabulary> collections,
        List<Withheld> withheld) {

    public Capabilities {
        entries = List.copyOf(entries);
        views = List.copyOf(views);
        collections = List.copyOf(collections);
        withheld = List.copyOf(withheld);
    }
}
