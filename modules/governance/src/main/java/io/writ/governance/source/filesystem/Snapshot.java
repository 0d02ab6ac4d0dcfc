package io.writ.governance.source.filesystem;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All documents, as they were when the walk began.
 *
 * @param confirmedAt the walk's beginning: up to here nothing had changed
 * @param documents by object id
 */
record Snapshot(Instant confirmedAt, SortedMap<String, LiveDocument> documents) {

    Snapshot {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }
}
