package io.writ.evidence;

/**
 * Names the policy snapshot under which a session reads.
 *
 * @param id minted per session
 * @param hash binds principal, tenant, roles, attributes, bundle and as-of time
 */
public record PolicySnapshotRef(String id, Digest hash) {}
