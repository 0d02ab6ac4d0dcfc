package io.writ.app.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The secret of mode local. It never prints itself. */
public final class SharedSecret {

    /** Shorter ones can be guessed over loopback within a day. */
    public static final int LENGTH_MIN = 16;

    private final byte[] value;

    public SharedSecret(String value) {
        if (value.length() < LENGTH_MIN) {
            throw new IllegalArgumentException("the shared secret has at least " + LENGTH_MIN + " characters");
        }
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    /** Compares in a time that depends on the guess alone. */
    boolean matches(String guess) {
        return MessageDigest.isEqual(guess.getBytes(StandardCharsets.UTF_8), value);
    }

    @Override
    public String toString() {
        return "SharedSecret[hidden]";
    }
}
