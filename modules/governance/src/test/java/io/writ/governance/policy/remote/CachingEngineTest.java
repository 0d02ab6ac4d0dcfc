package io.writ.governance.policy.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyObserver.RemoteOutcome;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.Remotely.Counted;
import io.writ.governance.policy.remote.Remotely.FakeEngine;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CachingEngineTest {

    private static final String CACHEABLE = "{'allow':true,'cacheable':true}";
    private static final Duration LIFE = Duration.ofSeconds(2);

    private final Counted counted = new Counted();
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void anAnswerThatMayBeIsUsedAgainAndSaysSo() {
        FakeEngine remote = new FakeEngine(_ -> Remotely.document("opa", CACHEABLE));
        CachingEngine engine = caching(remote);

        Answer first = engine.evaluate(question("10:00:00", "a"));
        Answer second = engine.evaluate(question("10:00:01", "a"));

        assertThat(first.engine()).isEqualTo("opa");
        assertThat(second.engine()).isEqualTo("opa-cached");
        assertThat(((Answer.Document) second).value()).isEqualTo(((Answer.Document) first).value());
        assertThat(remote.asked).hasSize(1);
        assertThat(counted.outcomes).containsExactly(RemoteOutcome.CACHED);
    }

    @Test
    void anotherQuestionIsAskedAnew() {
        FakeEngine remote = new FakeEngine(_ -> Remotely.document("opa", CACHEABLE));
        CachingEngine engine = caching(remote);

        engine.evaluate(question("10:00:00", "a"));
        engine.evaluate(question("10:00:00", "b"));

        assertThat(remote.asked).hasSize(2);
    }

    @Test
    void anAnswerIsForgottenWhenItsTimeIsOver() {
        FakeEngine remote = new FakeEngine(_ -> Remotely.document("opa", CACHEABLE));
        CachingEngine engine = caching(remote);

        engine.evaluate(question("10:00:00", "a"));
        nanos.addAndGet(LIFE.toNanos());
        engine.evaluate(question("10:00:02", "a"));

        assertThat(remote.asked).hasSize(2);
    }

    @Test
    void anAnswerThatDoesNotAllowItIsNotKept() {
        for (String text :
                new String[] {"{'allow':true}", "{'allow':true,'cacheable':false}", "{'cacheable':'true'}"}) {
            FakeEngine remote = new FakeEngine(_ -> Remotely.document("opa", text));
            CachingEngine engine = caching(remote);

            engine.evaluate(question("10:00:00", "a"));
            engine.evaluate(question("10:00:00", "a"));

            assertThat(remote.asked).as(text).hasSize(2);
        }
    }

    @Test
    void aFailureIsNotKept() {
        FakeEngine remote = new FakeEngine(_ -> Remotely.failed("opa", PolicyFailure.UNAVAILABLE));
        CachingEngine engine = caching(remote);

        engine.evaluate(question("10:00:00", "a"));
        engine.evaluate(question("10:00:00", "a"));

        assertThat(remote.asked).hasSize(2);
    }

    @Test
    void whatWasUsedLongestAgoMakesRoom() {
        FakeEngine remote = new FakeEngine(_ -> Remotely.document("opa", CACHEABLE));
        CachingEngine engine = new CachingEngine(remote, new AnswerCache(2, LIFE, nanos::get), counted);

        for (String who : new String[] {"a", "b", "a", "c", "a", "b"}) {
            engine.evaluate(question("10:00:00", who));
        }

        assertThat(remote.asked)
                .as("a, b and c once, and b again after c took its place")
                .hasSize(4);
    }

    private CachingEngine caching(FakeEngine remote) {
        return new CachingEngine(remote, new AnswerCache(10, LIFE, nanos::get), counted);
    }

    private static JsonObject question(String time, String who) {
        return Remotely.json("{'now':'2026-11-20T" + time + "Z','subject':{'id':'" + who + "'}}");
    }
}
