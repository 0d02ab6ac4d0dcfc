package io.writ.governance.policy.bundle.signature;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

/** How a signature is made. There is no {@code none} and no shared secret: who could verify could also sign. */
enum SigningAlgorithm {
    RS256("RSA", "SHA256withRSA"),
    ES256("EC", "SHA256withECDSAinP1363Format"),
    EDDSA("Ed25519", "Ed25519");

    private final String keyFactory;
    private final String signature;

    SigningAlgorithm(String keyFactory, String signature) {
        this.keyFactory = keyFactory;
        this.signature = signature;
    }

    static Optional<SigningAlgorithm> named(String wireName) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(wireName))
                .findFirst();
    }

    /** As in RFC 7518 and RFC 8037. */
    String wireName() {
        return switch (this) {
            case RS256, ES256 -> name();
            case EDDSA -> "EdDSA";
        };
    }

    String keyFactory() {
        return keyFactory;
    }

    boolean verifies(PublicKey key, byte[] signed, byte[] with) {
        try {
            Signature verifier = Signature.getInstance(signature);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(with);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
