package io.writ.governance;

/** The configuration forbids the only policy that there is, so a server does not start. */
public final class PolicyRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public PolicyRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The stable code of what is wrong with it. */
    public String code() {
        return code;
    }
}
