package io.writ.governance.policy.remote;

import static io.writ.governance.policy.remote.Remotely.NO;
import static io.writ.governance.policy.remote.Remotely.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyObserver.Comparison;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.Remotely.Counted;
import io.writ.governance.policy.remote.Remotely.FakeEngine;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShadowEngineTest {

    private static final int WAITING_MAX = 4;

    private final Counted counted = new Counted();
    private final Comparisons comparisons =
            new Comparisons(counted, Thread.ofVirtual().factory(), WAITING_MAX);

    @AfterEach
    void stop() {
        comparisons.close();
    }

    static Stream<Arguments> pairs() {
        Answer no = Remotely.document("a", NO);
        Answer sameInAnotherOrder = Remotely.document(
                "b", "{'obligations':{},'items':{},'rules':['a.b'],'reason':'no','cacheable':false,'allow':false}");
        Answer other = Remotely.document("b", NO.replace("a.b", "b.a"));
        return Stream.of(
                Arguments.of(no, sameInAnotherOrder, Comparison.SAME),
                Arguments.of(no, other, Comparison.DIFFERENT),
                Arguments.of(no, Remotely.failed("b", PolicyFailure.UNDEFINED), Comparison.DIFFERENT),
                Arguments.of(
                        Remotely.failed("a", PolicyFailure.UNDEFINED),
                        Remotely.failed("b", PolicyFailure.UNDEFINED),
                        Comparison.SAME),
                Arguments.of(
                        Remotely.failed("a", PolicyFailure.UNDEFINED),
                        Remotely.failed("b", PolicyFailure.ERROR),
                        Comparison.DIFFERENT),
                Arguments.of(no, Remotely.failed("b", PolicyFailure.UNAVAILABLE), Comparison.FAILED),
                Arguments.of(no, Remotely.failed("b", PolicyFailure.VERSION_MISMATCH), Comparison.FAILED),
                Arguments.of(Remotely.failed("a", PolicyFailure.UNAVAILABLE), no, Comparison.FAILED));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void twoAnswersAreCompared(Answer decided, Answer shadowed, Comparison comparison) {
        Answer answer = shadow(_ -> decided, _ -> shadowed).evaluate(QUESTION);

        assertThat(answer).isSameAs(decided);
        awaitCounted(1);
        assertThat(counted.comparisons).containsExactly(comparison);
    }

    @Test
    void aSecondEngineThatBreaksIsCountedAndChangesNothing() {
        Answer answer = shadow(_ -> Remotely.document("a", NO), _ -> {
                    throw new IllegalStateException("broken");
                })
                .evaluate(QUESTION);

        assertThat(answer).isInstanceOf(Answer.Document.class);
        awaitCounted(1);
        assertThat(counted.comparisons).containsExactly(Comparison.FAILED);
    }

    @Test
    void aSlowSecondEngineDelaysNobodyAndWhatDoesNotFitIsDropped() {
        CountDownLatch slow = new CountDownLatch(1);
        PolicyEngine engine = shadow(_ -> Remotely.document("a", NO), _ -> {
            await(slow);
            return Remotely.document("b", NO);
        });

        for (int question = 0; question < 20; question++) {
            engine.evaluate(QUESTION);
        }

        // Two are being asked and four wait; nobody waited for them.
        assertThat(counted.comparisons).hasSize(14).containsOnly(Comparison.DROPPED);
        slow.countDown();
        awaitCounted(20);
        assertThat(Collections.frequency(counted.comparisons, Comparison.SAME)).isEqualTo(6);
    }

    private PolicyEngine shadow(Function<JsonObject, Answer> deciding, Function<JsonObject, Answer> second) {
        return new ShadowEngine(new FakeEngine(deciding), new FakeEngine(second), comparisons);
    }

    private void awaitCounted(int count) {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (counted.comparisons.size() < count && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(counted.comparisons).hasSize(count);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
