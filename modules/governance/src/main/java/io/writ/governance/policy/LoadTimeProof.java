package io.writ.governance.policy;

import io.writ.governance.policy.bundle.ActivationCheck;
import io.writ.governance.policy.bundle.Candidate;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import io.writ.governance.policy.check.Finding;
import io.writ.governance.policy.check.PlanCheck;
import io.writ.governance.policy.check.Severity;
import java.util.List;
import java.util.Optional;

/** Keeps a policy out that cannot be what its author meant. Without the catalogue: what depends on it is never an error. */
final class LoadTimeProof implements ActivationCheck {

    @Override
    public Optional<String> objection(Candidate candidate) {
        List<Finding> errors =
                PlanCheck.findings(candidate.bundle().plan(), candidate.bundle().data(), Optional.empty()).stream()
                        .filter(finding -> finding.severity() == Severity.ERROR)
                        .toList();
        return errors.stream()
                .findFirst()
                .map(first -> first.where() + ": " + first.advice() + " (" + first.code()
                        + (errors.size() == 1
                                ? ")"
                                : "), and " + (errors.size() - 1) + " more; ./writ policy check lists them"));
    }

    @Override
    public BundleFlaw flaw() {
        return BundleFlaw.CHECK;
    }
}
