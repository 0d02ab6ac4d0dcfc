package io.writ.governance.policy.bundle.source;

/** A bundle is not used. The message is for an operator and repeats no content. */
public final class BundleRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final BundleFlaw flaw;

    public BundleRefused(BundleFlaw flaw, String message) {
        super(message);
        this.flaw = flaw;
    }

    public BundleRefused(BundleFlaw flaw, String message, Throwable cause) {
        super(message, cause);
        this.flaw = flaw;
    }

    public BundleFlaw flaw() {
        return flaw;
    }

    /** For an operator. */
    public String problem() {
        return String.valueOf(getMessage());
    }
}
