package io.writ.ledger.anchor;

/**
 * What an https host asks for. Never part of an address, so that no message can hold it.
 *
 * @param user empty when the host asks for nothing
 */
public record GitCredentials(String user, String password) {

    /** A host that asks for nothing. */
    public static final GitCredentials NONE = new GitCredentials("", "");

    boolean isGiven() {
        return !user.isEmpty();
    }

    @Override
    public String toString() {
        return isGiven() ? "GitCredentials[given]" : "GitCredentials[none]";
    }
}
