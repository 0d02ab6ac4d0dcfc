package io.writ.ledger.signing;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** One signature below a note: a dash, the name of the key, and base64 of key id and signature. */
public final class SignatureLine {

    /** Seconds, and an Ed25519 signature. */
    private static final int COSIGNATURE_LENGTH = Long.BYTES + 64;

    private static final String MARK = "\u2014 ";

    private final String name;
    private final byte[] keyId;
    private final byte[] signature;

    /**
     * A line.
     *
     * @param keyId four bytes
     * @param signature what follows them
     */
    SignatureLine(String name, byte[] keyId, byte[] signature) {
        this.name = name;
        this.keyId = keyId.clone();
        this.signature = signature.clone();
    }

    /** Reads one line, without its line feed. */
    public static SignatureLine parse(String line) {
        int space = line.lastIndexOf(' ');
        if (!line.startsWith(MARK) || space < MARK.length()) {
            throw new NoteException("a signature line is a dash, a name and base64");
        }
        String name = line.substring(MARK.length(), space);
        byte[] both = base64(line.substring(space + 1));
        if (!NoteKey.isName(name) || both.length <= NoteKey.ID_LENGTH) {
            throw new NoteException("a signature line names a key and carries a signature");
        }
        return new SignatureLine(
                name, Arrays.copyOf(both, NoteKey.ID_LENGTH), Arrays.copyOfRange(both, NoteKey.ID_LENGTH, both.length));
    }

    public String name() {
        return name;
    }

    boolean isOf(NoteKey key) {
        return name.equals(key.name()) && Arrays.equals(keyId, key.id());
    }

    /** What a cosignature of its length says of the time; empty for a plain signature. */
    Optional<Instant> seenAt() {
        if (signature.length != COSIGNATURE_LENGTH) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(signature).getLong();
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond()
                ? Optional.of(Instant.ofEpochSecond(seconds))
                : Optional.empty();
    }

    byte[] keyId() {
        return keyId.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    /** The written form, with its line feed. */
    public String text() {
        byte[] both = Arrays.copyOf(keyId, keyId.length + signature.length);
        System.arraycopy(signature, 0, both, keyId.length, signature.length);
        return MARK + name + " " + Base64.getEncoder().encodeToString(both) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignatureLine line && text().equals(line.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new NoteException("a signature is written in base64");
        }
    }
}
