/**
 * Records what the installation itself did: which policy came into force, and which did not. Start at
 * {@link io.writ.governance.journal.RecordedActivations}.
 */
package io.writ.governance.journal;
