package io.writ.governance;

/** Names a session: a ULID. */
public record SessionId(String value) {

    private static final int LENGTH_MAX = 64;

    public SessionId {
        if (value.isBlank() || value.length() > LENGTH_MAX || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not a session id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
