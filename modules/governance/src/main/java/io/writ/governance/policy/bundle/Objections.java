package io.writ.governance.policy.bundle;

import io.writ.governance.GovernanceException;
import io.writ.governance.policy.bundle.source.BundleRefused;
import java.util.Optional;

/** Asks a check, and takes one that breaks for one that objects. */
final class Objections {

    private Objections() {}

    /** Throws {@link BundleRefused} with the first objection. */
    static void raise(ActivationCheck check, Candidate candidate) {
        Optional<String> objection;
        try {
            objection = check.objection(candidate);
        } catch (GovernanceException databaseDown) {
            throw databaseDown;
        } catch (RuntimeException | StackOverflowError broken) {
            throw new BundleRefused(check.flaw(), "a check of the bundle broke: " + broken.getMessage(), broken);
        }
        objection.ifPresent(problem -> {
            throw new BundleRefused(check.flaw(), problem);
        });
    }
}
