/**
 * What a session is: facts that never change, and counters that only grow. A node may remember both, because the
 * recording transaction checks them again; nothing here is the truth. Start at
 * {@link io.writ.governance.session.LiveSession}.
 */
package io.writ.governance.session;
