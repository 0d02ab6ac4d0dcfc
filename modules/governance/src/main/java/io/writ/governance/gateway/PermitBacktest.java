package io.writ.governance.gateway;

import io.writ.governance.RefusalReason;
import io.writ.governance.policy.ArchiveReach;
import io.writ.governance.policy.Governed;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.transcript.PolicyTrail;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import java.util.Optional;

/** Lets those work on recorded decisions who may read all of them. */
@Dependent
@Typed(PermitBacktest.class)
class PermitBacktest implements Operation<BacktestQuestion, BacktestPermission> {

    @Override
    @Governed
    public BacktestPermission perform(BacktestQuestion question) {
        Optional<ReadPermit> permit = ReadPermit.current();
        PolicyTrail trail = permit.map(held -> PolicyTrail.of(held.decision())).orElse(PolicyTrail.NOT_ASKED);
        return permit.filter(held -> ArchiveReach.isWhole(held.decision())).isPresent()
                ? new BacktestPermission.Granted(trail)
                : new BacktestPermission.Withheld(
                        Objection.of(
                                RefusalReason.POLICY_DENIED,
                                "a backtest works on the decisions of the whole tenant, and policy opens those to"
                                        + " whoever may read the whole archive"),
                        trail);
    }
}
