/** Signed notes and checkpoints in the formats of C2SP: {@code signed-note}, {@code tlog-checkpoint}, {@code tlog-cosignature}. */
package io.writ.ledger.signing;
