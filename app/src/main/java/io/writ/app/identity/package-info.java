/**
 * Tells who is asking. Mode {@code local}: whoever holds the shared secret may name any principal, therefore it answers
 * on loopback only. Nothing here decides what a principal may do. Start at {@link io.writ.app.identity.LocalIdentity}.
 */
package io.writ.app.identity;
