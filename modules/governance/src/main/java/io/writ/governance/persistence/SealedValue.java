package io.writ.governance.persistence;

import io.writ.evidence.Digest;

/** The opening of a commitment as it is stored: readable for whoever has the key of this number, while there is one. */
final class SealedValue {

    private final Digest commitment;
    private final String kind;
    private final long keyId;
    private final byte[] sealed;

    SealedValue(Digest commitment, String kind, long keyId, byte[] sealed) {
        this.commitment = commitment;
        this.kind = kind;
        this.keyId = keyId;
        this.sealed = sealed;
    }

    Digest commitment() {
        return commitment;
    }

    String kind() {
        return kind;
    }

    long keyId() {
        return keyId;
    }

    byte[] sealed() {
        return sealed;
    }
}
