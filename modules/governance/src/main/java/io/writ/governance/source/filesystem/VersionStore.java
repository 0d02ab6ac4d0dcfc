package io.writ.governance.source.filesystem;

import io.writ.governance.TenantId;
import io.writ.governance.source.Reading;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Remembers what documents were when, durably and for all nodes.
 *
 * <p>An as-of time has the precision of a second and stands for that whole second: a state that held at any moment of it
 * is true of it, and of several the latest is meant.
 */
interface VersionStore {

    /** The end of the second an as-of time stands for. */
    static Instant endOf(Instant asOf) {
        return asOf.plusSeconds(1);
    }

    /** The last thing known about each document of a tenant: its version or mark, and since when. */
    Map<String, Mark> latest(TenantId tenant);

    /** A state by name. */
    record Mark(String versionId, Instant since) {}

    /** Adds observations; what is already known stays as it is. */
    void add(TenantId tenant, Collection<Observation> observations);

    /** What these documents were at that time: held or absent. Of a document that is missing here nothing is known. */
    Map<String, FileState> at(TenantId tenant, Collection<String> objectIds, Instant asOf);

    /** The versions seen up to that time, newest first. */
    List<Reading.Version> versions(TenantId tenant, String objectId, Instant asOf);
}
