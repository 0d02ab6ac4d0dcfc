package io.writ.ledger.tree;

import java.time.Duration;

/**
 * What a sequencer does, and how often.
 *
 * @param identity in whose name it signs
 * @param notary writes what the log says about itself
 * @param cycle pause between two looks at open lanes
 * @param looks pause between two looks for lanes whose process is gone
 */
record Duty(LogIdentity identity, Notary notary, Duration cycle, Duration looks) {}
