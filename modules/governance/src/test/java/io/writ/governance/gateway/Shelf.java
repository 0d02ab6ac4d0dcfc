package io.writ.governance.gateway;

import io.writ.governance.masking.Surroundings;
import io.writ.governance.persistence.Samples;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.policy.Resource;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.Sources;
import io.writ.governance.source.catalogue.Catalogue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sources that hold what a test puts there, and count how often they are read. */
final class Shelf implements Sources {

    private final AtomicInteger reads = new AtomicInteger();
    private final Catalogue catalogue;
    private volatile Supplier<Reading> reading = () -> span("the refund takes 14 days");

    Shelf() {
        this(new Catalogue(List.of(), List.of()));
    }

    Shelf(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    void holds(Reading next) {
        reading = () -> next;
    }

    void does(Supplier<Reading> next) {
        reading = next;
    }

    int reads() {
        return reads.get();
    }

    static Resource.Document document(String id) {
        return new Resource.Document(id, "handbook", Samples.INTERNAL, List.of());
    }

    static Reading span(String text) {
        return new Reading.TextSpan(document("public/a.txt"), "v1", Samples.NOW, 0, text.length(), 1, 1, text);
    }

    /** A span whose surroundings are gone. */
    static Reading torn(String text) {
        return new Reading.TextSpan(
                document("public/a.txt"), "v1", Samples.NOW, 0, text.length(), 1, 1, text, new Surroundings() {

                    @Override
                    public String before() {
                        throw new IllegalStateException("the page is torn");
                    }

                    @Override
                    public String after() {
                        return "";
                    }
                });
    }

    static Reading.Hit hit(String id) {
        return hit(document(id));
    }

    static Reading.Hit hit(Resource.Document document) {
        return new Reading.Hit(document, "v1", Samples.NOW, 0, 6, 1, 1, "refund", 1);
    }

    @Override
    public Reading read(ReadPermit permit, SourceQuery query) {
        reads.incrementAndGet();
        return reading.get();
    }

    @Override
    public Catalogue catalogue() {
        return catalogue;
    }

    @Override
    public boolean isCorpusReachable() {
        return true;
    }

    @Override
    public boolean isRecordStoreReachable() {
        return true;
    }
}
