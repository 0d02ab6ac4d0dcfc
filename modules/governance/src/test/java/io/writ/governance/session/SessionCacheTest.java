package io.writ.governance.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Label;
import io.writ.governance.TenantId;
import io.writ.governance.persistence.Samples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionCacheTest {

    private final LiveSession session = session("acme");

    @Test
    void aSessionIsFoundByItsTenantOnly() {
        SessionCache cache = new SessionCache();
        cache.keep(session);

        assertThat(cache.find(session.facts().key())).contains(session);
        assertThat(cache.find(new SessionKey(
                        new TenantId("globex"), session.facts().key().session())))
                .isEmpty();
    }

    @Test
    void oldNewsNeverSetsASessionBack() {
        SessionCache cache = new SessionCache();
        cache.keep(session);
        session.advance(new Progress(new RunCounts(3, 2, 9), 300, Samples.INTERNAL, true));

        LiveSession kept = cache.keep(new LiveSession(
                session.facts(), session.intent(), new Progress(new RunCounts(1, 1, 2), 400, Label.NONE, false)));

        assertThat(kept).isSameAs(session);
        assertThat(kept.progress()).isEqualTo(new Progress(new RunCounts(3, 2, 9), 400, Samples.INTERNAL, true));
    }

    @Test
    void theLeastRecentlyUsedFallsOut() {
        SessionCache cache = new SessionCache(2);
        LiveSession second = session("acme");
        cache.keep(session);
        cache.keep(second);
        cache.find(session.facts().key());
        cache.keep(session("acme"));

        assertThat(cache.find(session.facts().key())).isPresent();
        assertThat(cache.find(second.facts().key())).isEmpty();
    }

    private static LiveSession session(String tenant) {
        return new LiveSession(
                Samples.facts(new TenantId(tenant), Samples.budget(10, 0)), UUID.randomUUID(), Progress.NONE);
    }
}
