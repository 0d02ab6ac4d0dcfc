package io.writ.ledger.proof;

/** Something in a proof or a key is not written as it has to be; the message says what. */
public final class ProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofException(String what, Throwable cause) {
        super(what, cause);
    }

    ProofException(String what) {
        super(what);
    }
}
