package io.writ.governance.gateway;

import io.writ.evidence.Budget;
import io.writ.governance.RefusalReason;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.Progress;
import java.util.Optional;

/** What a session may still spend, as far as this node knows; the recording has the last word. */
final class BudgetCheck {

    private BudgetCheck() {}

    /** Counters only grow, so an objection that rests on old ones is still right. */
    static Optional<Objection> calls(LiveSession session) {
        Budget budget = session.facts().budget();
        return session.progress().calls() >= budget.operatorCallsMax()
                ? Optional.of(
                        overspent("all " + budget.operatorCallsMax() + " operator calls of this session are used"))
                : Optional.empty();
    }

    static Optional<Objection> bytes(LiveSession session, long wanted) {
        Budget budget = session.facts().budget();
        Progress progress = session.progress();
        return budget.bytesMax() > 0 && progress.bytes() + wanted > budget.bytesMax()
                ? Optional.of(overspent("this call does not fit into the " + budget.bytesMax()
                        + " bytes of this session, of which " + progress.bytes() + " are used"))
                : Optional.empty();
    }

    private static Objection overspent(String what) {
        return Objection.of(
                RefusalReason.BUDGET_EXCEEDED, what + "; finalize it, or open a session with a larger budget");
    }
}
