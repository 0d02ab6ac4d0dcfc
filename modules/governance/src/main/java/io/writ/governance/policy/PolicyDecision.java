package io.writ.governance.policy;

import java.util.List;
import java.util.Map;

/** The answer of policy. */
public sealed interface PolicyDecision {

    Provenance provenance();

    /** Stable code: the policy's own for a verdict, one of the fail-closed table for a failure. */
    String reason();

    /** Ids of contributing rules, in order; empty when unknown. */
    List<String> rules();

    /**
     * Yes, under obligations.
     *
     * @param items for each item of the request, by id; an id that is missing here is denied
     */
    record Allow(
            String reason,
            boolean cacheable,
            Obligations obligations,
            Map<String, ItemDecision> items,
            List<String> rules,
            Provenance provenance)
            implements PolicyDecision {
        public Allow {
            items = Map.copyOf(items);
            rules = List.copyOf(rules);
        }
    }

    /** No; final. */
    record Deny(String reason, List<String> rules, Provenance provenance) implements PolicyDecision {
        public Deny {
            rules = List.copyOf(rules);
        }
    }

    /** No answer that can be trusted; served as a denial, may be retried, pages somebody. */
    record Undecided(String reason, Provenance provenance) implements PolicyDecision {
        @Override
        public List<String> rules() {
            return List.of();
        }
    }
}
