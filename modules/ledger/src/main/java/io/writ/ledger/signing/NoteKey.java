package io.writ.ledger.signing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that verifies notes: C2SP {@code signed-note}. Written {@code <name>+<id>+<base64 of type and key>}.
 */
public final class NoteKey {

    /** Bytes of a key id: the start of {@code SHA-256(name LF type publicKey)}. */
    static final int ID_LENGTH = 4;

    /** What a signature covers. */
    public enum Type {
        /** The text of the note. */
        ED25519(0x01),
        /** The time, and the text of a checkpoint: {@code cosignature/v1}. */
        COSIGNATURE(0x04);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }

        byte code() {
            return code;
        }
    }

    private final String name;
    private final Type type;
    private final byte[] publicKey;

    /**
     * A key.
     *
     * @param name of the signer, without spaces and plus signs; for a log its origin
     * @param type how a signature is made
     * @param publicKey 32 bytes
     */
    public NoteKey(String name, Type type, byte[] publicKey) {
        if (!isName(name)) {
            throw new NoteException("a key name is not empty and has neither spaces nor plus signs");
        }
        if (publicKey.length != Ed25519.KEY_LENGTH) {
            throw new NoteException("an Ed25519 public key has 32 bytes, not " + publicKey.length);
        }
        this.name = name;
        this.type = type;
        this.publicKey = publicKey.clone();
    }

    /** Reads the written form, and holds the id against the key. */
    public static NoteKey parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new NoteException("a key is written name+id+key");
        }
        byte[] encoded = base64(parts[2]);
        if (encoded.length != 1 + Ed25519.KEY_LENGTH) {
            throw new NoteException("the key of " + parts[0] + " does not have one byte of type and 32 of key");
        }
        NoteKey key = new NoteKey(parts[0], type(encoded[0]), Arrays.copyOfRange(encoded, 1, encoded.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new NoteException("the id of the key of " + parts[0] + " belongs to another key");
        }
        return key;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** Tells whether this key signed the bytes as they are, see {@link NoteSigner#signBytes}. */
    public boolean signedBytes(byte[] message, byte[] signature) {
        return Ed25519.verify(publicKey, message, signature);
    }

    /** Name and id, by which people and envelopes call this key. */
    public String label() {
        return name + "+" + HexFormat.of().formatHex(id());
    }

    /** The four bytes by which signatures name this key. */
    byte[] id() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((name + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(sha256.digest(typed()), ID_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    /** The written form; {@link #parse} reads it. */
    public String text() {
        return label() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && text().equals(key.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }

    static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '+');
    }

    private byte[] typed() {
        byte[] typed = new byte[1 + publicKey.length];
        typed[0] = type.code;
        System.arraycopy(publicKey, 0, typed, 1, publicKey.length);
        return typed;
    }

    private static Type type(byte code) {
        for (Type type : Type.values()) {
            if (type.code == code) {
                return type;
            }
        }
        throw new NoteException("no key of ours has the type " + code);
    }

    static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new NoteException("a key is written in base64");
        }
    }
}
