package io.writ.governance.policy;

import io.writ.evidence.Label;
import io.writ.governance.Principal;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question to policy. Everything here is decision-relevant; request ids and the like stay outside, so that equal
 * questions have equal hashes and can be replayed.
 *
 * @param operator wire name, for operator calls
 * @param resource what is to be touched
 * @param items what was read and waits for release, for {@link PolicyAction#RELEASE_ITEMS}
 * @param runLabel join of everything the run has touched so far
 * @param purpose why
 * @param now the time policy may use; engines have no clock of their own
 * @param params for narrowing and simulation, free members
 */
public record PolicyRequest(
        PolicyAction action,
        Principal principal,
        Optional<String> operator,
        Optional<Resource> resource,
        List<Resource> items,
        Label runLabel,
        Optional<String> purpose,
        Instant asOf,
        Instant now,
        JsonObject params) {

    public PolicyRequest {
        items = List.copyOf(items);
    }
}
