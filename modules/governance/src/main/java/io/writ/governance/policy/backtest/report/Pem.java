package io.writ.governance.policy.backtest.report;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ed25519 keys as {@code openssl genpkey} and {@code openssl pkey -pubout} write them. */
public final class Pem {

    private static final String ALGORITHM = "Ed25519";
    private static final Pattern PRIVATE = block("PRIVATE KEY");
    private static final Pattern PUBLIC = block("PUBLIC KEY");

    private Pem() {}

    /** Refuses with a sentence for whoever gave it. */
    public static PrivateKey privateKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(content(PRIVATE, pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "not an Ed25519 private key in PEM: openssl genpkey -algorithm ed25519 makes one", unusable);
        }
    }

    /** Refuses with a sentence for whoever gave it. */
    public static PublicKey publicKey(String pem) {
        try {
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(content(PUBLIC, pem)));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalArgumentException(
                    "not an Ed25519 public key in PEM: openssl pkey -in KEY -pubout prints one", unusable);
        }
    }

    private static byte[] content(Pattern block, String pem) {
        Matcher found = block.matcher(pem);
        if (!found.find()) {
            throw new IllegalArgumentException("no such block");
        }
        return Base64.getMimeDecoder().decode(found.group(1));
    }

    private static Pattern block(String name) {
        return Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]+)-----END " + name + "-----");
    }
}
