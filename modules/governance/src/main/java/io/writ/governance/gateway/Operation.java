package io.writ.governance.gateway;

import io.writ.governance.policy.GovernedCall;

/**
 * What happens between an Allow and the record. Every implementation is marked {@code @Governed}; a bytecode rule
 * walks them all. Not sealed, because the container's interceptor is a subclass that the permits clause cannot name.
 *
 * @param <C> what policy is asked about
 * @param <R> what comes out, or what the call says instead when policy did not allow it
 */
interface Operation<C extends GovernedCall<R>, R> {

    R perform(C call);
}
