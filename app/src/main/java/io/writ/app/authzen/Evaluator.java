package io.writ.app.authzen;

import io.writ.governance.Caller;
import io.writ.governance.PolicyDesk;
import io.writ.governance.Principal;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SimulationOutcome;

/** Puts one question to the policy desk and says what came of it. */
final class Evaluator {

    private final PolicyDesk desk;
    private final Subjects subjects;

    Evaluator(PolicyDesk desk, Subjects subjects) {
        this.desk = desk;
        this.subjects = subjects;
    }

    Verdict evaluate(Caller caller, Question question) {
        Principal subject = subjects.of(question, caller);
        Translation translation = Subjects.isOfType(subject, question.subjectType())
                ? Translation.of(question)
                : Translation.refused(question, Translation.SUBJECT_TYPE_DIFFERS);
        return switch (desk.evaluate(caller, subject, translation.simulation())) {
            case SimulationOutcome.Simulated(var decision) ->
                translation
                        .unknown()
                        .<Verdict>map(Verdict.Unanswerable::new)
                        .orElseGet(() -> new Verdict.Decided(decision));
            case SimulationOutcome.Refused(var refusal) -> refused(refusal);
        };
    }

    /** Something that could not even be called is not permitted; everything else is no word of policy at all. */
    private static Verdict refused(Refusal refusal) {
        return refusal.reason() == RefusalReason.PARAMS_INVALID
                ? new Verdict.Unanswerable("params_invalid")
                : new Verdict.Failed(refusal);
    }
}
