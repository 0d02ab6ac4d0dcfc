package io.writ.governance.policy.remote;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.PolicyObserver;
import io.writ.governance.policy.engine.PolicyEngine;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;

/**
 * Uses an answer of the server again for the same question, where the policy says that it may be. Made for one bundle and
 * gone with it, so an answer never outlives its revision. Failures are never kept.
 *
 * <p>The time of asking is no part of the question here: every call has another. An answer that is called cacheable
 * therefore promises not to depend on {@code input.now} for as long as it is kept.
 */
final class CachingEngine implements PolicyEngine {

    static final String NAME = "opa-cached";

    private static final String MOMENT = "now";

    private final PolicyEngine remote;
    private final AnswerCache answers;
    private final PolicyObserver observer;

    CachingEngine(PolicyEngine remote, AnswerCache answers, PolicyObserver observer) {
        this.remote = remote;
        this.answers = answers;
        this.observer = observer;
    }

    @Override
    public String name() {
        return remote.name();
    }

    @Override
    public Answer evaluate(JsonObject input) {
        Digest question = Digest.ofRfc8785(
                SharedJson.PROVIDER.createObjectBuilder(input).remove(MOMENT).build());
        Optional<Answer.Document> earlier = answers.answer(question);
        if (earlier.isPresent()) {
            observer.asked(PolicyObserver.RemoteOutcome.CACHED);
            return new Answer.Document(
                    NAME, earlier.get().value(), earlier.get().explanation());
        }
        Answer answer = remote.evaluate(input);
        if (answer instanceof Answer.Document document && isCacheable(document.value())) {
            answers.keep(question, document);
        }
        return answer;
    }

    @Override
    public Optional<String> problem() {
        return remote.problem();
    }

    private static boolean isCacheable(JsonValue document) {
        return document instanceof JsonObject members && JsonValue.TRUE.equals(members.get("cacheable"));
    }
}
