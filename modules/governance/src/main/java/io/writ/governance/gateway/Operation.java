package io.writ.governance.gateway;

import io.writ.governance.policy.GovernedCall;

/**
 * What happens between an Allow and the record. Every implementation is marked {@code @Governed}; the list is closed,
 * so that a test can walk it.
 *
 * @param <C> what policy is asked about
 * @param <R> what comes out, or what the call says instead when policy did not allow it
 */
sealed interface Operation<C extends GovernedCall<R>, R> permits Fetch, Search, DraftSession, JudgeClaims, ReadArchive {

    R perform(C call);
}
