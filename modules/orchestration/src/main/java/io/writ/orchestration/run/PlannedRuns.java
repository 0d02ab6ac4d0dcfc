package io.writ.orchestration.run;

import io.writ.evidence.Budget;
import io.writ.evidence.EvidenceUnit;
import io.writ.governance.Caller;
import io.writ.governance.Capabilities;
import io.writ.governance.CapabilitiesOutcome;
import io.writ.governance.FinalizeOutcome;
import io.writ.governance.Gateway;
import io.writ.governance.Opening;
import io.writ.governance.PolicyDesk;
import io.writ.governance.SessionAccess;
import io.writ.governance.SessionRequest;
import io.writ.governance.Submission;
import io.writ.orchestration.Question;
import io.writ.orchestration.RunDefaults;
import io.writ.orchestration.RunOutcome;
import io.writ.orchestration.Runs;
import io.writ.orchestration.claim.Answer;
import io.writ.orchestration.claim.AnswerWriter;
import io.writ.orchestration.claim.StepClaims;
import io.writ.orchestration.plan.Plan;
import io.writ.orchestration.plan.Planner;
import io.writ.orchestration.schedule.Allowance;
import io.writ.orchestration.schedule.PartFindings;
import io.writ.orchestration.schedule.PlanExecution;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans by rules, reads through the gateway, and lets the finalize gate have the last word. */
final class PlannedRuns implements Runs {

    private final Gateway gateway;
    private final PolicyDesk policyDesk;
    private final RunDefaults defaults;
    private final SessionOpening sessions;
    private final Clock clock;

    PlannedRuns(Gateway gateway, PolicyDesk policyDesk, RunDefaults defaults, SessionOpening sessions, Clock clock) {
        this.gateway = gateway;
        this.policyDesk = policyDesk;
        this.defaults = defaults;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public RunOutcome run(Caller caller, Question question) {
        return switch (policyDesk.capabilities(caller)) {
            case CapabilitiesOutcome.Refused refused -> new RunOutcome.Refused(refused.refusal());
            case CapabilitiesOutcome.Listed listed -> run(caller, question, listed.capabilities());
        };
    }

    private RunOutcome run(Caller caller, Question question, Capabilities capabilities) {
        Budget budget = question.budget().orElse(defaults.budget());
        Allowance allowance = new Allowance(budget, clock);
        Plan plan = new Planner(capabilities).plan(question.text());
        SessionRequest request =
                new SessionRequest(budget, Optional.empty(), Optional.empty(), Optional.of(question.text()));
        return switch (sessions.open(caller, request, allowance)) {
            case Opening.Refused refused -> new RunOutcome.Refused(refused.refusal());
            case Opening.Opened opened ->
                answer(caller, opened, carryOut(caller, opened, plan, allowance), capabilities);
        };
    }

    private List<PartFindings> carryOut(Caller caller, Opening.Opened opened, Plan plan, Allowance allowance) {
        SessionAccess access = access(opened);
        return new PlanExecution(
                        call -> gateway.call(caller, access, call), allowance, defaults.threads(), new StepClaims())
                .carryOut(plan);
    }

    private RunOutcome answer(
            Caller caller, Opening.Opened opened, List<PartFindings> findings, Capabilities capabilities) {
        String traceId = opened.session().traceId();
        Answer answer = new AnswerWriter(new StepClaims(), capabilities).write(traceId, findings);
        return switch (gateway.finish(caller, access(opened), new Submission(answer.claims(), answer.text()))) {
            case FinalizeOutcome.Refused refused -> new RunOutcome.Refused(refused.refusal());
            case FinalizeOutcome.Finalized finalized ->
                new RunOutcome.Finished(
                        opened.session().id(),
                        traceId,
                        finalized,
                        evidence(findings),
                        answer.clarification(),
                        answer.partial());
        };
    }

    private static SessionAccess access(Opening.Opened opened) {
        return new SessionAccess(opened.session().id(), opened.token());
    }

    /** Two parts may have read the same span; it is one unit. */
    private static List<EvidenceUnit> evidence(List<PartFindings> findings) {
        Map<String, EvidenceUnit> units = new LinkedHashMap<>();
        findings.stream()
                .flatMap(part -> part.attempts().stream())
                .flatMap(attempt -> attempt.units().stream())
                .forEach(unit -> units.putIfAbsent(unit.id().hex(), unit));
        return List.copyOf(units.values());
    }
}
