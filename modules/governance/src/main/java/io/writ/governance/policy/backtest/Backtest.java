package io.writ.governance.policy.backtest;

import io.writ.governance.TenantId;
import io.writ.governance.policy.PolicyDecision;
import io.writ.governance.policy.Repetition;
import io.writ.governance.policy.backtest.Examined.Answered;
import io.writ.governance.policy.backtest.Examined.Faithfulness;
import io.writ.governance.policy.backtest.report.BacktestReport;
import io.writ.governance.policy.backtest.report.BundleName;
import io.writ.governance.policy.bundle.PolicySnapshot;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts recorded questions to two bundles. A record holds the digest of its answer only, so the base answers again, and
 * is held against that digest where it was the one that decided.
 */
public final class Backtest {

    private final PolicySnapshot.Loaded base;
    private final PolicySnapshot.Loaded candidate;
    private final Clock clock;

    public Backtest(PolicySnapshot.Loaded base, PolicySnapshot.Loaded candidate, Clock clock) {
        this.base = base;
        this.candidate = candidate;
        this.clock = clock;
    }

    public BacktestReport over(Walk walk, Workers workers, EvaluationProgress progress) {
        FlipTally tally = new FlipTally();
        walk.over(workers, progress, this::examine, tally::add);
        return new BacktestReport(
                walk.tenant().map(TenantId::value),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                name(base),
                name(candidate),
                tally.inputs(walk.decisionsMax()),
                tally.unchanged(),
                tally.totals(),
                tally.groups(),
                tally.ungrouped());
    }

    private Examined examine(RecordedDecision decision) {
        return switch (decision) {
            case RecordedDecision.Erased erased -> new Examined.Erased(erased.occurredAt());
            case RecordedDecision.Spoiled spoiled -> new Examined.Spoiled(spoiled.occurredAt());
            case RecordedDecision.Whole whole -> {
                List<Answered> answered = new ArrayList<>();
                whole.questions().forEach(question -> answered.add(examine(question)));
                yield new Examined.Compared(whole.id(), whole.occurredAt(), answered);
            }
        };
    }

    private Answered examine(RecordedQuestion question) {
        if (!question.wasEvaluated()) {
            return new Answered.Unasked();
        }
        PolicyDecision before = Repetition.of(base, question.input());
        PolicyDecision after = Repetition.of(candidate, question.input());
        return new Answered.Both(faithfulness(question, before), Comparison.of(question.input(), before, after));
    }

    private Faithfulness faithfulness(RecordedQuestion question, PolicyDecision again) {
        if (!question.bundle().equals(base.bundle())) {
            return Faithfulness.UNKNOWN;
        }
        return question.result().equals(again.provenance().result())
                ? Faithfulness.REPRODUCED
                : Faithfulness.CONTRADICTED;
    }

    private static BundleName name(PolicySnapshot.Loaded bundle) {
        return new BundleName(bundle.bundle(), bundle.revision());
    }
}
