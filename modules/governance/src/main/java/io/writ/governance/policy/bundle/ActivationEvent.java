package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.util.Optional;

/** What became of a bundle that was offered. */
public sealed interface ActivationEvent {

    /** Where it was from. */
    String source();

    /**
     * It comes into force.
     *
     * @param replaced digest of the one before
     */
    record Activated(Candidate candidate, Optional<Digest> replaced) implements ActivationEvent {

        @Override
        public String source() {
            return candidate.source();
        }
    }

    /**
     * It does not.
     *
     * @param fingerprint of what was transferred, if anything was
     * @param candidate if it came so far that its revision is known
     * @param kept digest of the one that stays in force
     */
    record Refused(
            String source,
            Optional<Digest> fingerprint,
            Optional<Candidate> candidate,
            BundleFlaw flaw,
            String problem,
            Optional<Digest> kept)
            implements ActivationEvent {}
}
