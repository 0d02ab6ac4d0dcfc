package io.writ.governance.policy.remote;

import static io.writ.governance.policy.remote.Remotely.QUESTION;
import static io.writ.governance.policy.remote.Remotely.REVISION;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyConfig.Engine;
import io.writ.governance.PolicyConfig.Evaluation;
import io.writ.governance.PolicyConfig.Fallback;
import io.writ.governance.PolicyConfig.Shadow;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.Remotely.Counted;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Configuration decides who answers, and one bundle stands behind all of them. */
class EngineChoiceTest {

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");
    private static final String CACHEABLE = "{'allow':false,'cacheable':true,'reason':'no','rules':[]}";

    private final Counted counted = new Counted();
    private final List<OpaQuestion> asked = new CopyOnWriteArrayList<>();
    private String revision = REVISION;

    @Test
    void theEmbeddedEngineAsksNobody() {
        Answer answer = engine(Engine.EMBEDDED, Fallback.DENY, Shadow.NONE, 0).evaluate(QUESTION);

        assertThat(answer.engine()).isEqualTo("embedded");
        assertThat(asked).isEmpty();
    }

    @Test
    void opaAnswersWhereItIsConfigured() {
        Answer answer = engine(Engine.OPA, Fallback.DENY, Shadow.NONE, 0).evaluate(QUESTION);

        assertThat(answer.engine()).isEqualTo("opa");
    }

    @Test
    void withoutAFallbackAServerOfAnotherRevisionLeavesNoAnswer() {
        revision = "8+sha256:0";

        Answer answer = engine(Engine.OPA, Fallback.DENY, Shadow.NONE, 0).evaluate(QUESTION);

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).failure()).isEqualTo(PolicyFailure.VERSION_MISMATCH);
    }

    @Test
    void withAFallbackTheSameBundleAnswersHere() {
        revision = "8+sha256:0";

        Answer answer = engine(Engine.OPA, Fallback.EMBEDDED, Shadow.NONE, 0).evaluate(QUESTION);

        assertThat(answer.engine()).isEqualTo("embedded-fallback");
        assertThat(((Answer.Document) answer).value().asJsonObject().getString("reason"))
                .isEqualTo("role_missing");
    }

    @Test
    void theCacheEndsWithTheBundle() {
        EngineChoice choice = choice(Engine.OPA, Fallback.DENY, Shadow.NONE, 5_000);
        PolicyEngine before = choice.engine(Remotely.bundle(REVISION));
        before.evaluate(QUESTION);
        assertThat(before.evaluate(QUESTION).engine()).isEqualTo("opa-cached");

        revision = "8+sha256:0";
        Answer after = choice.engine(Remotely.bundle(revision)).evaluate(QUESTION);

        assertThat(after.engine()).isEqualTo("opa");
        assertThat(asked).as("each engine greets once and asks once").hasSize(4);
    }

    @Test
    void aShadowIsAskedWhicheverEngineDecides() throws InterruptedException {
        engine(Engine.EMBEDDED, Fallback.DENY, Shadow.OPA, 0).evaluate(QUESTION);
        engine(Engine.OPA, Fallback.EMBEDDED, Shadow.EMBEDDED, 0).evaluate(QUESTION);

        for (int tries = 0; tries < 500 && counted.comparisons.size() < 2; tries++) {
            Thread.sleep(10);
        }
        assertThat(counted.comparisons).hasSize(2);
        assertThat(asked).as("each engine greets once and asks once").hasSize(4);
    }

    private PolicyEngine engine(Engine engine, Fallback fallback, Shadow shadow, int cacheMillis) {
        return choice(engine, fallback, shadow, cacheMillis).engine(Remotely.bundle(REVISION));
    }

    private EngineChoice choice(Engine engine, Fallback fallback, Shadow shadow, int cacheMillis) {
        Evaluation config =
                new Evaluation(engine, fallback, shadow, Duration.ofMillis(cacheMillis), Remotely.server(NOWHERE));
        Comparisons comparisons =
                new Comparisons(counted, Thread.ofPlatform().daemon().factory());
        return new EngineChoice(config, this::reply, comparisons, counted);
    }

    private OpaReply reply(OpaQuestion question) {
        asked.add(question);
        return new OpaReply(200, Remotely.reply(revision, CACHEABLE).getBytes(StandardCharsets.UTF_8));
    }
}
