package io.writ.ledger.signing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs with the private half of a key. Two kinds of key make two kinds of signature; a note tells them apart by id. */
public final class NoteSigner {

    private static final String PRIVATE = "PRIVATE+KEY+";

    private final NoteKey key;
    private final byte[] seed;

    /**
     * A signer.
     *
     * @param seed 32 bytes of private key that belong to the public one
     */
    public NoteSigner(NoteKey key, byte[] seed) {
        this.key = key;
        this.seed = seed.clone();
        byte[] probe = key.text().getBytes(StandardCharsets.UTF_8);
        if (!Ed25519.verify(key.publicKey(), probe, Ed25519.sign(seed, probe))) {
            throw new NoteException("the private key does not belong to " + key.text());
        }
    }

    /**
     * Reads private and public key, one line each: {@code PRIVATE+KEY+<name>+<id>+<base64 of type and seed>}, and the
     * form that {@link NoteKey#parse} reads.
     */
    public static NoteSigner parse(String text) {
        List<String> lines = text.strip().lines().toList();
        if (lines.size() != 2 || !lines.getFirst().startsWith(PRIVATE)) {
            throw new NoteException("a signing key is two lines: the private key and the public key");
        }
        NoteKey key = NoteKey.parse(lines.getLast());
        String[] parts = lines.getFirst().substring(PRIVATE.length()).split("\\+", 3);
        byte[] typed = parts.length == 3 ? NoteKey.base64(parts[2]) : new byte[0];
        if (typed.length != 1 + Ed25519.KEY_LENGTH || !parts[0].equals(key.name())) {
            throw new NoteException("the private key is not written PRIVATE+KEY+name+id+key, or has another name");
        }
        return new NoteSigner(key, Arrays.copyOfRange(typed, 1, typed.length));
    }

    /** A new key pair in the form that {@link #parse} reads. */
    public static String mint(String name) {
        return mint(name, NoteKey.Type.ED25519);
    }

    /** The same, for a log or for a witness. */
    public static String mint(String name, NoteKey.Type type) {
        Ed25519.Pair pair = Ed25519.pair();
        NoteKey key = new NoteKey(name, type, pair.publicKey());
        byte[] typed = new byte[1 + Ed25519.KEY_LENGTH];
        typed[0] = type.code();
        System.arraycopy(pair.seed(), 0, typed, 1, Ed25519.KEY_LENGTH);
        String id = HexFormat.of().formatHex(key.id());
        return PRIVATE + name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed) + "\n" + key.text() + "\n";
    }

    public NoteKey key() {
        return key;
    }

    /**
     * Signs the text as it stands, or for a witness key the text and the time at which it was seen.
     *
     * @param now used by a cosignature only, whole seconds
     */
    public SignatureLine sign(String text, Instant now) {
        return switch (key.type()) {
            case ED25519 ->
                new SignatureLine(key.name(), key.id(), Ed25519.sign(seed, text.getBytes(StandardCharsets.UTF_8)));
            case COSIGNATURE -> {
                long seconds = now.getEpochSecond();
                byte[] signature = Ed25519.sign(seed, cosigned(text, seconds));
                byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                        .putLong(seconds)
                        .put(signature)
                        .array();
                yield new SignatureLine(key.name(), key.id(), timed);
            }
        };
    }

    /** Signs bytes that begin otherwise than any note does, so that neither signature can pass as the other. */
    public byte[] signBytes(byte[] message) {
        return Ed25519.sign(seed, message);
    }

    /** What a cosignature covers: {@code cosignature/v1}, the time in seconds, and the checkpoint. */
    static byte[] cosigned(String text, long seconds) {
        return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
