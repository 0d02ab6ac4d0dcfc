package io.writ.ledger;

import java.util.Optional;

/**
 * What an operator says who lets a log begin anew.
 *
 * @param oldKey signing key that the database's log has now, as written
 * @param newKey signing key with another name, as written
 * @param lostCheckpoint the newest signed note that is known of the lost log
 * @param lostKey public key that signed it, when the key had changed since the state that the database is back at
 * @param reason what happened, in one line
 */
public record RestartOrder(
        String oldKey, String newKey, String lostCheckpoint, Optional<String> lostKey, String reason) {

    /** Says nothing of keys. */
    @Override
    public String toString() {
        return "restart because of " + reason;
    }
}
