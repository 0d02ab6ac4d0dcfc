package io.writ.governance.policy.backtest;

import io.writ.evidence.Digest;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.Repetition;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks the bundle that decided the same question again, and compares the digests of question and answer. */
public final class Replay {

    private final Map<Digest, PolicySnapshot.Loaded> bundles = new HashMap<>();

    /** Decisions of other bundles than these are counted and left alone. */
    public Replay(Collection<PolicySnapshot.Loaded> bundles) {
        bundles.forEach(bundle -> this.bundles.put(bundle.bundle(), bundle));
    }

    public ReplayReport over(Walk walk, Workers workers, EvaluationProgress progress) {
        ReplayTally tally = new ReplayTally();
        walk.over(workers, progress, this::repeat, tally::add);
        return tally.report();
    }

    private List<Repeated> repeat(RecordedDecision decision) {
        return switch (decision) {
            case RecordedDecision.Erased _ -> List.of(new Repeated.Erased());
            case RecordedDecision.Spoiled spoiled ->
                List.of(new Repeated.Different(
                        new Difference(spoiled.id(), spoiled.member(), spoiled.expected(), spoiled.found())));
            case RecordedDecision.Whole whole -> {
                List<Repeated> all = new ArrayList<>();
                whole.questions().forEach(question -> all.add(repeat(whole, question)));
                yield all;
            }
        };
    }

    private Repeated repeat(RecordedDecision.Whole decision, RecordedQuestion question) {
        if (!question.wasEvaluated()) {
            return new Repeated.Unasked();
        }
        PolicySnapshot.Loaded bundle = bundles.get(question.bundle());
        if (bundle == null) {
            return new Repeated.OtherBundle(question.bundle());
        }
        PolicyDecision again = Repetition.of(bundle, question.input());
        Optional<Digest> found = again.provenance().result();
        return found.equals(question.result())
                ? new Repeated.Equal()
                : new Repeated.Different(
                        new Difference(decision.id(), question.member(), named(question.result()), named(found)));
    }

    private static String named(Optional<Digest> result) {
        return result.map(digest -> "result " + digest.hex()).orElse("no result");
    }
}
