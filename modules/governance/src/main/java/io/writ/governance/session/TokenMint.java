package io.writ.governance.session;

import io.writ.evidence.Digest;
import io.writ.governance.SessionToken;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes session tokens and recognises them by their digest. */
public final class TokenMint {

    /** 256 bits: guessing is hopeless, with or without the rate limit. */
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random;

    public TokenMint(SecureRandom random) {
        this.random = random;
    }

    public SessionToken mint() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** What is stored instead of the token. The token is random, so a plain digest needs no salt. */
    public static Digest digest(SessionToken token) {
        return Digest.of(token.value());
    }

    /** Compares in constant time. */
    public static boolean opens(SessionToken token, SessionFacts session) {
        return MessageDigest.isEqual(
                digest(token).bytes(), session.tokenDigest().bytes());
    }
}
