/**
 * What is written down about every call, and how it is read again. A record names people by commitments only and holds
 * no content. Start at {@link io.writ.governance.transcript.Scribe}.
 */
package io.writ.governance.transcript;
