/**
 * The gateway contract: the only door to systems of record, policy and the record of what happened. Start at
 * {@link io.writ.governance.Gateway}. Expected refusals are values; exceptions are broken infrastructure.
 */
package io.writ.governance;
