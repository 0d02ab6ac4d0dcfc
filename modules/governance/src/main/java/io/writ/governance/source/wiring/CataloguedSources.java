package io.writ.governance.source.wiring;

import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.Reading;
import io.writ.governance.source.Source;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.Sources;
import io.writ.governance.source.catalogue.Catalogue;

/** Hands each query to the source that can answer it. The check of the permit is the source's own. */
final class CataloguedSources implements Sources {

    private final Catalogue catalogue;
    private final Source corpus;
    private final Source recordStore;

    CataloguedSources(Catalogue catalogue, Source corpus, Source recordStore) {
        this.catalogue = catalogue;
        this.corpus = corpus;
        this.recordStore = recordStore;
    }

    @Override
    public Reading read(ReadPermit permit, SourceQuery query) {
        return switch (query) {
            case SourceQuery.Search _, SourceQuery.Span _, SourceQuery.Versions _ -> corpus.read(permit, query);
            case SourceQuery.Rows _, SourceQuery.Aggregate _ -> recordStore.read(permit, query);
        };
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public boolean isCorpusReachable() {
        return corpus.isReachable();
    }

    @Override
    public boolean isRecordStoreReachable() {
        return recordStore.isReachable();
    }
}
