package io.writ.governance.policy.remote;

import static io.writ.governance.policy.remote.Remotely.NO;
import static io.writ.governance.policy.remote.Remotely.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import io.writ.governance.PolicyObserver.RemoteOutcome;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import io.writ.governance.policy.remote.Remotely.Counted;
import io.writ.governance.policy.remote.Remotely.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackEngineTest {

    private final Counted counted = new Counted();
    private final FakeEngine embedded = new FakeEngine(_ -> Remotely.document("embedded", NO));

    @ParameterizedTest
    @EnumSource(
            value = PolicyFailure.class,
            names = {"UNAVAILABLE", "VERSION_MISMATCH"})
    void theEngineInThisProcessAnswersForAServerThatCannot(PolicyFailure failure) {
        Answer answer = asking(Remotely.failed("opa", failure)).evaluate(QUESTION);

        assertThat(answer).isInstanceOf(Answer.Document.class);
        assertThat(answer.engine()).isEqualTo("embedded-fallback");
        assertThat(counted.outcomes).containsExactly(RemoteOutcome.FALLBACK);
    }

    @ParameterizedTest
    @EnumSource(
            value = PolicyFailure.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNAVAILABLE", "VERSION_MISMATCH"})
    void aServerThatAnsweredKeepsItsFailure(PolicyFailure failure) {
        Answer answer = asking(Remotely.failed("opa", failure)).evaluate(QUESTION);

        assertThat(answer).isEqualTo(Remotely.failed("opa", failure));
        assertThat(embedded.asked).isEmpty();
    }

    @Test
    void anAnswerOfTheServerStands() {
        Answer answer = asking(Remotely.document("opa", NO)).evaluate(QUESTION);

        assertThat(answer.engine()).isEqualTo("opa");
        assertThat(embedded.asked).isEmpty();
    }

    @Test
    void aFallbackThatFailsIsAFailureOfTheFallback() {
        FakeEngine broken = new FakeEngine(_ -> Remotely.failed("embedded", PolicyFailure.BUDGET));
        FakeEngine gone = new FakeEngine(_ -> Remotely.failed("opa", PolicyFailure.UNAVAILABLE));

        Answer answer = new FallbackEngine(gone, broken, counted).evaluate(QUESTION);

        assertThat(answer).isEqualTo(Remotely.failed("embedded-fallback", PolicyFailure.BUDGET));
    }

    private FallbackEngine asking(Answer remote) {
        return new FallbackEngine(new FakeEngine(_ -> remote), embedded, counted);
    }
}
