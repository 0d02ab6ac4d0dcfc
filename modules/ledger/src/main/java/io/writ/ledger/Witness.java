package io.writ.ledger;

/**
 * This installation as a witness of other logs: C2SP {@code tlog-witness}. It signs a checkpoint of a log only if it
 * extends every one that it signed before.
 */
public interface Witness {

    /** Whether it has a key; without one there is no witness here. */
    boolean isOn();

    /**
     * Answers {@code add-checkpoint}. What it signs is remembered before it is handed out.
     *
     * @param body of the request
     */
    WitnessOutcome add(String body);

    /**
     * The newest checkpoint of a log that was signed here.
     *
     * @param originHash SHA-256 of the log's origin in lower-case hex
     */
    WitnessedCheckpoint checkpoint(String originHash);
}
