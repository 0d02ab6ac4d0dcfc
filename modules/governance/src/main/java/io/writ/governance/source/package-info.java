/**
 * Systems of record, described by a catalogue. Nothing here decides; without a
 * {@link io.writ.governance.policy.ReadPermit} nothing here reads. Start at {@link io.writ.governance.source.Source}.
 */
package io.writ.governance.source;
