package io.writ.governance;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An authenticated subject, complete: policy sees all of it.
 *
 * @param roles sorted and unique
 * @param attributes sorted by name
 * @param actorChain from the human who asked to the agent that calls; at least one hop
 */
public record Principal(
        TenantId tenant,
        PrincipalId id,
        SortedSet<String> roles,
        SortedMap<String, String> attributes,
        List<Actor> actorChain) {

    public Principal(
            TenantId tenant,
            PrincipalId id,
            Collection<String> roles,
            Map<String, String> attributes,
            List<Actor> actorChain) {
        this(tenant, id, new TreeSet<>(roles), new TreeMap<>(attributes), actorChain);
    }

    public Principal {
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
        actorChain = List.copyOf(actorChain);
        if (actorChain.isEmpty()) {
            throw new IllegalArgumentException("somebody must act");
        }
    }
}
