package io.writ.cli.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.stream.Stream;

/** Trees of one and two leaves, which RFC 6962 lets one write down by hand. */
final class SmallTree {

    private SmallTree() {}

    static byte[] leaf(String data) {
        return hash(0, data.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] node(byte[] left, byte[] right) {
        return hash(1, left, right);
    }

    /** A checkpoint with a signature that nobody can check. */
    static String note(String origin, long size, byte[] root) {
        String signature = Base64.getEncoder().encodeToString(new byte[68]);
        return origin + "\n" + size + "\n" + base64(root) + "\n\n\u2014 " + origin + " " + signature + "\n";
    }

    static String consistency(byte[]... path) {
        String hashes = String.join(
                ",", Stream.of(path).map(hash -> "\"" + base64(hash) + "\"").toList());
        return "{\"from\":1,\"to\":2,\"path\":[" + hashes + "]}";
    }

    private static String base64(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static byte[] hash(int prefix, byte[]... parts) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update((byte) prefix);
            Stream.of(parts).forEach(sha256::update);
            return sha256.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
