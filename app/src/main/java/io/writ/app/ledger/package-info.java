/** The ledger for readers: checkpoints and tiles in the formats of C2SP, proofs as JSON. Nothing here judges or writes. */
package io.writ.app.ledger;
