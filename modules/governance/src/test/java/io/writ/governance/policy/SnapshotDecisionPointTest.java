package io.writ.governance.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.evidence.Digest;
import io.writ.governance.Explanation;
import io.writ.governance.policy.PolicyDecision.Allow;
import io.writ.governance.policy.PolicyDecision.Deny;
import io.writ.governance.policy.PolicyDecision.Undecided;
import io.writ.governance.policy.bundle.PolicySnapshot;
import io.writ.governance.policy.engine.PolicyEngine;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import io.writ.governance.policy.engine.PolicyFailure;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fail-closed table, row by row. */
class SnapshotDecisionPointTest {

    private static final Digest BUNDLE = Digest.of("bundle");
    private static final Explanation NONE = new Explanation.Opaque("made by hand");
    private static final PolicyRequest QUESTION = Asking.opening(Asking.principal("developer"));
    private static final String YES = """
            {'allow': true, 'cacheable': false, 'reason': 'granted', 'rules': ['a', 'b'], 'items': {},
             'obligations': {'redaction': {}, 'patterns': [], 'filter': {'type': 'none'}}}""";
    private static final String NO =
            "{'allow': false, 'cacheable': false, 'reason': 'no', 'rules': ['c'], 'items': {}, 'obligations': {}}";

    @Test
    void aPermissionCarriesReasonRulesAndWhatDecided() {
        FakeEngine engine = new FakeEngine(_ -> document(YES));
        PolicyDecision decision = asking(engine).decide(QUESTION);
        assertThat(decision).isInstanceOf(Allow.class);
        assertThat(decision.reason()).isEqualTo("granted");
        assertThat(decision.rules()).containsExactly("a", "b");
        Provenance provenance = decision.provenance();
        assertThat(provenance.engine()).isEqualTo("fake");
        assertThat(provenance.revision()).isEqualTo("7+sha256:abc");
        assertThat(provenance.bundle()).isEqualTo(BUNDLE);
        assertThat(provenance.entrypoint()).isEqualTo("writ/authz/decision");
        assertThat(provenance.input()).isEqualTo(engine.asked.getFirst());
        assertThat(provenance.inputHash()).isEqualTo(Digest.ofRfc8785(engine.asked.getFirst()));
        assertThat(provenance.result()).contains(Digest.ofRfc8785(Asking.json(YES)));
    }

    @Test
    void aRefusalOfPolicyIsFinal() {
        PolicyDecision decision = asking(_ -> document(NO)).decide(QUESTION);
        assertThat(decision).isInstanceOf(Deny.class);
        assertThat(decision.reason()).isEqualTo("no");
        assertThat(decision.rules()).containsExactly("c");
    }

    @Test
    void aQuestionThatCannotBeAskedNeverReachesTheEngine() {
        FakeEngine engine = new FakeEngine(_ -> document(YES));
        PolicyDecision decision = asking(engine).decide(Asking.opening(Asking.principal("half \ud800 a character")));
        assertThat(decision).isInstanceOf(Deny.class);
        assertThat(decision.reason()).isEqualTo("input.invalid");
        assertThat(decision.provenance().engine()).isEqualTo("none");
        assertThat(decision.provenance().input()).isEmpty();
        assertThat(engine.asked).isEmpty();
    }

    @Test
    void withoutALoadedPolicyNothingIsPermitted() {
        SnapshotDecisionPoint point = new SnapshotDecisionPoint(() -> new PolicySnapshot.Unusable(
                PolicyFailure.UNAVAILABLE, "the packaged policy lacks plan.json", Asking.NOW));
        PolicyDecision decision = point.decide(QUESTION);
        assertUndecided(decision, "policy.unavailable");
        assertThat(decision.provenance().engine()).isEqualTo("none");
        assertThat(point.status().usable()).isFalse();
        assertThat(point.status().lastError()).contains("the packaged policy lacks plan.json");
    }

    @ParameterizedTest
    @EnumSource(PolicyFailure.class)
    void anEngineThatFailsLeavesItUndecided(PolicyFailure failure) {
        PolicyDecision decision =
                asking(_ -> new Answer.Failed("fake", failure, NONE)).decide(QUESTION);
        assertUndecided(decision, failure.code());
        assertThat(decision.provenance().result()).isEmpty();
        assertThat(decision.provenance().inputHash())
                .isEqualTo(Digest.ofRfc8785(decision.provenance().input()));
    }

    @Test
    void anEngineThatBreaksLeavesItUndecided() {
        PolicyDecision decision = asking(_ -> {
                    throw new IllegalStateException("broken");
                })
                .decide(QUESTION);
        assertUndecided(decision, "policy.error");
    }

    @Test
    void anEngineThatRunsOutOfStackLeavesItUndecided() {
        PolicyDecision decision = asking(_ -> {
                    throw new StackOverflowError();
                })
                .decide(QUESTION);
        assertUndecided(decision, "policy.error");
    }

    @Test
    void anAnswerThatIsNoDocumentLeavesItUndecided() {
        assertUndecided(
                asking(_ -> new Answer.Document("fake", JsonValue.TRUE, NONE)).decide(QUESTION), "policy.malformed");
        assertUndecided(asking(_ -> document("{}")).decide(QUESTION), "policy.malformed");
    }

    @Test
    void anObligationNobodyKnowsLeavesItUndecided() {
        String approval = YES.replace("'patterns'", "'approval': {'by': 'board'}, 'patterns'");
        assertUndecided(asking(_ -> document(approval)).decide(QUESTION), "obligation.unsupported");
    }

    @Test
    void theStatusNamesWhatIsLoaded() {
        PolicyStatus status = asking(_ -> document(YES)).status();
        assertThat(status.usable()).isTrue();
        assertThat(status.bundle()).isEqualTo(BUNDLE);
        assertThat(status.revision()).isEqualTo("7+sha256:abc");
        assertThat(status.lastError()).isEmpty();
    }

    @Test
    void aPolicyThatNobodyEvaluatesIsLoadedAndNotUsable() {
        FakeEngine engine = new FakeEngine(_ -> document(YES));
        engine.problem = Optional.of("OPA does not take connections");
        PolicyStatus status = asking(engine).status();
        assertThat(status.usable()).isFalse();
        assertThat(status.bundle()).isEqualTo(BUNDLE);
        assertThat(status.lastError()).contains("OPA does not take connections");
        assertThat(engine.asked).isEmpty();
    }

    private static void assertUndecided(PolicyDecision decision, String code) {
        assertThat(decision).isInstanceOf(Undecided.class);
        assertThat(decision.reason()).isEqualTo(code);
        assertThat(decision.rules()).isEmpty();
    }

    private static SnapshotDecisionPoint asking(Function<JsonObject, Answer> answer) {
        return asking(new FakeEngine(answer));
    }

    private static SnapshotDecisionPoint asking(FakeEngine engine) {
        PolicySnapshot snapshot = new PolicySnapshot.Loaded(engine, "7+sha256:abc", BUNDLE, Asking.NOW);
        return new SnapshotDecisionPoint(() -> snapshot);
    }

    private static Answer document(String text) {
        return new Answer.Document("fake", Asking.json(text), NONE);
    }

    private static final class FakeEngine implements PolicyEngine {

        private final List<JsonObject> asked = new ArrayList<>();
        private final Function<JsonObject, Answer> answer;
        private Optional<String> problem = Optional.empty();

        FakeEngine(Function<JsonObject, Answer> answer) {
            this.answer = answer;
        }

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Optional<String> problem() {
            return problem;
        }

        @Override
        public Answer evaluate(JsonObject input) {
            asked.add(input);
            return answer.apply(input);
        }
    }
}
