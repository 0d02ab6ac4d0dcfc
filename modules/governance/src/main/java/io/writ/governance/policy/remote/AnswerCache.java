package io.writ.governance.policy.remote;

import io.writ.evidence.Digest;
import io.writ.governance.policy.engine.PolicyEngine.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Answers by the digest of their question, for a short time; the one that was used longest ago makes room. */
final class AnswerCache {

    private record Kept(Answer.Document answer, long untilNanos) {}

    private final long lifeNanos;
    private final LongSupplier nanos;
    private final Map<Digest, Kept> kept;

    AnswerCache(int answersMax, Duration life, LongSupplier nanos) {
        this.lifeNanos = life.toNanos();
        this.nanos = nanos;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Digest, Kept> eldest) {
                return size() > answersMax;
            }
        };
    }

    synchronized Optional<Answer.Document> answer(Digest question) {
        Kept found = kept.get(question);
        if (found == null) {
            return Optional.empty();
        }
        if (found.untilNanos() - nanos.getAsLong() <= 0) {
            kept.remove(question);
            return Optional.empty();
        }
        return Optional.of(found.answer());
    }

    synchronized void keep(Digest question, Answer.Document answer) {
        kept.put(question, new Kept(answer, nanos.getAsLong() + lifeNanos));
    }
}
