package io.writ.governance.policy.bundle;

import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.util.Optional;

/** A condition that a bundle must meet before it comes into force. */
public interface ActivationCheck {

    /** What is wrong, in a sentence for an operator; empty when nothing is. An exception counts as an objection. */
    Optional<String> objection(Candidate candidate);

    /** Whether time may change the answer, so that it is asked once more right before the activation is recorded. */
    default boolean isAskedAgain() {
        return false;
    }

    /** Under which code an objection is recorded. */
    BundleFlaw flaw();
}
