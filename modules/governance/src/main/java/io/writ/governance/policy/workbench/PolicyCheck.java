package io.writ.governance.policy.workbench;

import io.writ.governance.policy.check.PlanCheck;
import io.writ.governance.policy.rego.RegoPlanException;
import java.nio.file.Path;
import java.util.Optional;

/** The load-time proof over files. */
public final class PolicyCheck {

    private PolicyCheck() {}

    /**
     * Checks a compiled policy against the catalogue of the sources it is about.
     *
     * @throws WorkbenchException when a file cannot be read or is not what it should be
     */
    public static CheckReport of(Path bundle, Path catalogue) {
        Bundle read = Bundle.at(bundle);
        try {
            return new CheckReport(
                    read.revision(),
                    PlanCheck.findings(read.plan(), read.data(), Optional.of(PolicyFiles.json(catalogue))));
        } catch (RegoPlanException unusable) {
            throw new WorkbenchException(bundle + " cannot be evaluated: " + unusable.getMessage(), unusable);
        }
    }
}
