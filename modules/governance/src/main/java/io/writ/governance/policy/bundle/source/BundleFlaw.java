package io.writ.governance.policy.bundle.source;

/** Why a bundle is not used. Codes are stable: they are recorded, counted and shown. */
public enum BundleFlaw {
    /** The source could not be read; nothing is known about what it holds. */
    UNREACHABLE("bundle.unreachable", false),
    /** It is no bundle, or one of a form that this server does not read. */
    MALFORMED("bundle.malformed", false),
    /** It is larger than a bundle may be. */
    TOO_LARGE("bundle.too_large", false),
    /** It carries no signature, and there is no pin to know it by. */
    UNSIGNED("bundle.unsigned", true),
    /** Its signature does not hold. */
    SIGNATURE("bundle.signature", true),
    /** It is another one than the configuration pins. */
    PIN("bundle.pin", true),
    /** Its rule set is older than the one that was in force. */
    ROLLBACK("bundle.rollback", true),
    /** The proof over its rules found an error. */
    CHECK("bundle.check", false),
    /** The engine cannot run it. */
    ENGINE("bundle.engine", false),
    /** It answers one of its own questions otherwise than it promises. */
    CANARY("bundle.canary", false),
    /** It has not been backtested as the configuration demands. */
    REPORT("bundle.report", true),
    /** Its activation could not be recorded. */
    UNRECORDED("bundle.unrecorded", false),
    /** The look for it broke in a way that nobody foresaw. */
    BROKEN("bundle.broken", false);

    private final String code;
    private final boolean untrusted;

    BundleFlaw(String code, boolean untrusted) {
        this.code = code;
        this.untrusted = untrusted;
    }

    /** The stable code. */
    public String code() {
        return code;
    }

    /** Whether the configuration forbids this bundle: a server does not start on one. */
    public boolean isUntrusted() {
        return untrusted;
    }
}
