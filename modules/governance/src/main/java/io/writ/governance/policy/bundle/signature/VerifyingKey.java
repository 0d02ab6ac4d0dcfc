package io.writ.governance.policy.bundle.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One public key that is trusted.
 *
 * @param scope what it may sign, as the signature must say; empty for signatures without a scope
 */
record VerifyingKey(String id, SigningAlgorithm algorithm, PublicKey key, String scope) {

    /** What NIST allows until 2030. */
    private static final int RSA_BITS_MIN = 2048;

    private static final int P256_BITS = 256;

    private static final Pattern PEM =
            Pattern.compile("\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    static VerifyingKey ofPem(String id, SigningAlgorithm algorithm, String pem, String scope) {
        Matcher matcher = PEM.matcher(pem);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "key " + id + " is not a PEM block PUBLIC KEY; openssl pkey -pubout writes one");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(matcher.group(1));
            PublicKey key =
                    KeyFactory.getInstance(algorithm.keyFactory()).generatePublic(new X509EncodedKeySpec(encoded));
            if (!isStrong(key)) {
                throw new IllegalArgumentException("key " + id + " is too weak: RSA needs " + RSA_BITS_MIN
                        + " bits, and ES256 needs the curve P-256");
            }
            return new VerifyingKey(id, algorithm, key, scope);
        } catch (GeneralSecurityException unfit) {
            throw new IllegalArgumentException("key " + id + " is no key for " + algorithm.wireName(), unfit);
        }
    }

    private static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= RSA_BITS_MIN;
            case ECPublicKey ec -> {
                BigInteger order = ec.getParams().getOrder();
                yield order.bitLength() == P256_BITS;
            }
            default -> true;
        };
    }
}
