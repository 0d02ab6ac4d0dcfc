/**
 * Places outside the database that keep checkpoints: directories, git branches, witnesses. The only room of this module
 * that opens files and connections. What it reads is believed only if the log signed it. Start at
 * {@link io.writ.ledger.anchor.Anchor}.
 */
package io.writ.ledger.anchor;
