package io.writ.governance.policy.bundle;

import io.writ.evidence.Digest;
import io.writ.governance.policy.bundle.source.BundleFlaw;
import java.util.Optional;

/** The last refusal that was told. A bad bundle is offered at every look, and is recorded once. */
final class RefusalMemory {

    private record Told(Optional<Digest> fingerprint, BundleFlaw flaw, String problem) {}

    private Optional<Told> last = Optional.empty();

    boolean isNews(ActivationEvent.Refused refused) {
        return !last.equals(Optional.of(told(refused)));
    }

    void remember(ActivationEvent.Refused refused) {
        last = Optional.of(told(refused));
    }

    void forget() {
        last = Optional.empty();
    }

    private static Told told(ActivationEvent.Refused refused) {
        return new Told(refused.fingerprint(), refused.flaw(), refused.problem());
    }
}
