/**
 * The statements that Writ writes and reads its own tables with. Nothing here decides and nothing here speaks to a
 * system of record; each statement sets the tenant in the round trip that it needs anyway. Start at
 * {@link io.writ.governance.persistence.Records}.
 */
package io.writ.governance.persistence;
