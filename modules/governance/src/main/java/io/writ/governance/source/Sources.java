package io.writ.governance.source;

import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.catalogue.Catalogue;

/** All systems of record behind one door: the gateway names a query, the catalogue knows where it is answered. */
public interface Sources {

    /**
     * Reads what the query names, within what the permit allows. A query beyond the permit is
     * {@link SourceFailure#NOT_PERMITTED}: nothing is looked at, not even whether the object exists.
     */
    Reading read(ReadPermit permit, SourceQuery query);

    /** What there is to read, and under which labels. */
    Catalogue catalogue();

    /** Tells whether the document corpus can be read now. */
    boolean isCorpusReachable();

    /** Tells whether the record views answer now, and have the columns that the catalogue promises. */
    boolean isRecordStoreReachable();
}
