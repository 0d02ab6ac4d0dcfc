package io.writ.orchestration.schedule;

import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.orchestration.plan.Part;
import io.writ.orchestration.plan.Plan;
import io.writ.orchestration.plan.PlanStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/**
 * Carries out a plan in waves: first calls of all parts, what follows from them, then the other way for parts that are
 * still open. Waves keep a run deterministic although the calls of one wave race.
 */
public final class PlanExecution {

    private final Allowance allowance;
    private final FanOut fanOut;
    private final Answering answering;

    /** @param gateway makes one call in the session of the run */
    public PlanExecution(
            Function<OperatorCall, OperatorOutcome> gateway,
            Allowance allowance,
            ThreadFactory threads,
            Answering answering) {
        this.allowance = allowance;
        this.fanOut = new FanOut(gateway, allowance, threads);
        this.answering = answering;
    }

    /** Findings per part, in the order of the plan. */
    public List<PartFindings> carryOut(Plan plan) {
        List<Attempt> firsts =
                plan.parts().stream().map(part -> new Attempt(part.step())).toList();
        carryOut(firsts);
        List<Optional<Attempt>> seconds = new ArrayList<>();
        for (int index = 0; index < firsts.size(); index++) {
            seconds.add(otherWay(plan.parts().get(index), firsts.get(index)).map(Attempt::new));
        }
        carryOut(seconds.stream().flatMap(Optional::stream).toList());
        List<PartFindings> findings = new ArrayList<>();
        for (int index = 0; index < firsts.size(); index++) {
            List<Findings> attempts = new ArrayList<>(List.of(firsts.get(index).findings()));
            seconds.get(index).ifPresent(second -> attempts.add(second.findings()));
            findings.add(new PartFindings(plan.parts().get(index), attempts));
        }
        return findings;
    }

    private Optional<PlanStep> otherWay(Part part, Attempt first) {
        return answering.isAnswered(part, first.findings()) ? Optional.empty() : part.fallback();
    }

    private void carryOut(List<Attempt> attempts) {
        List<Attempt> begun = new ArrayList<>();
        for (Attempt attempt : attempts) {
            Optional<StopReason> stop = allowance.reserveStep();
            stop.ifPresentOrElse(attempt::stop, () -> begun.add(attempt));
        }
        wave(begun, begun.stream().map(Attempt::first).toList());
        List<Attempt> owners = new ArrayList<>();
        List<OperatorCall> calls = new ArrayList<>();
        for (Attempt attempt : begun) {
            for (OperatorCall call : attempt.following()) {
                owners.add(attempt);
                calls.add(call);
            }
        }
        wave(owners, calls);
    }

    private void wave(List<Attempt> owners, List<OperatorCall> calls) {
        List<Reply> replies = fanOut.replies(calls);
        for (int index = 0; index < owners.size(); index++) {
            owners.get(index).take(replies.get(index));
        }
    }
}
