/**
 * Turns a raw reading into what may leave: evidence units, the wire result and a summary, with every obligation
 * carried out. It refuses rather than release something it could not redact. Start at
 * {@link io.writ.governance.redaction.Redaction}.
 */
package io.writ.governance.redaction;
