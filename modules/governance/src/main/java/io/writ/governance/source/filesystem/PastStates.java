package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.SourceFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds what documents were at a time: the live text if it already was so, else what was remembered. */
final class PastStates {

    private final VersionStore store;

    PastStates(VersionStore store) {
        this.store = store;
    }

    /** The state of each document at that time. Only what has changed since is looked up, in one call. */
    Map<String, FileState> states(Snapshot snapshot, TenantId tenant, Collection<String> objectIds, Instant asOf) {
        Map<String, FileState> states = new TreeMap<>();
        List<String> changedSince = new ArrayList<>();
        for (String objectId : objectIds) {
            LiveDocument live = snapshot.documents().get(objectId);
            if (live != null && live.holdsAt(asOf)) {
                states.put(objectId, live.state());
            } else if (live == null) {
                states.put(objectId, new FileState.Absent());
            } else {
                changedSince.add(objectId);
                states.put(objectId, notHeld());
            }
        }
        if (!changedSince.isEmpty()) {
            states.putAll(store.at(tenant, changedSince, asOf));
        }
        return states;
    }

    private static FileState notHeld() {
        return new FileState.Unknown(
                SourceFailure.AS_OF_NOT_HELD,
                "its content at that time is not held; open a new session, or name a time at which it was seen");
    }
}
