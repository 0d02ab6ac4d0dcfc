package io.writ.ledger.witness;

import io.writ.ledger.Witness;
import io.writ.ledger.WitnessOutcome;
import io.writ.ledger.WitnessedCheckpoint;

/** An installation without the key of a witness signs nothing for anybody. */
record NoWitness() implements Witness {

    @Override
    public boolean isOn() {
        return false;
    }

    @Override
    public WitnessOutcome add(String body) {
        return new WitnessOutcome.UnknownLog();
    }

    @Override
    public WitnessedCheckpoint checkpoint(String originHash) {
        return new WitnessedCheckpoint.Unknown();
    }
}
