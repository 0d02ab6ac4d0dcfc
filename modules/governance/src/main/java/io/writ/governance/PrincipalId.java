package io.writ.governance;

/** Names a principal within its tenant. */
public record PrincipalId(String value) {

    private static final int LENGTH_MAX = 256;

    public PrincipalId {
        if (value.isBlank() || value.length() > LENGTH_MAX) {
            throw new IllegalArgumentException("a principal id has 1 to " + LENGTH_MAX + " characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
