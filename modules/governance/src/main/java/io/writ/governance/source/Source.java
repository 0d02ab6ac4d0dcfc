package io.writ.governance.source;

import io.writ.governance.policy.ReadPermit;

/** A system of record. Not a CDI bean: the container does not know it and cannot hand it out. */
public interface Source {

    /**
     * Reads what the query names, within what the permit allows: the permit's tenant, its as-of time and its
     * obligations (filter, caps, group size). A query beyond the permit's resource, or an expired permit, is refused.
     */
    Reading read(ReadPermit permit, SourceQuery query);

    /** Tells whether the system answers now. */
    boolean isReachable();
}
