package io.writ.app.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Reads HTTP Basic (RFC 7617): user name is the principal, password is the secret. */
public final class BasicCredentials {

    private static final String SCHEME = "basic ";
    private static final Credentials NONE = new Credentials("", "");

    private BasicCredentials() {}

    /** Anything that is not HTTP Basic counts as no credentials. */
    public static Credentials parse(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return NONE;
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String pair = new String(decoded, StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? NONE : new Credentials(pair.substring(0, colon), pair.substring(colon + 1));
        } catch (IllegalArgumentException malformed) {
            return NONE;
        }
    }
}
