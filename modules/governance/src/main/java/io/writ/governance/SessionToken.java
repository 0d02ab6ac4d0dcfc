package io.writ.governance;

/** The secret that proves a session is the caller's: 256 random bits in URL-safe base64. It never prints itself. */
public record SessionToken(String value) {

    private static final int LENGTH_MAX = 128;

    public SessionToken {
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("not a session token");
        }
    }

    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
