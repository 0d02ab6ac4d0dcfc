package io.writ.app.identity;

import io.writ.app.identity.Authentication.Authenticated;
import io.writ.app.identity.Authentication.Rejected;
import io.writ.app.identity.Authentication.Rejection;
import io.writ.governance.PrincipalId;

/** Mode local: one shared secret, principals by name. */
public final class LocalIdentity {

    private static final int PRINCIPAL_LENGTH_MAX = 256;

    private final SharedSecret secret;
    private final PrincipalDirectory directory;

    public LocalIdentity(SharedSecret secret, PrincipalDirectory directory) {
        this.secret = secret;
        this.directory = directory;
    }

    /** Who is known here. */
    public PrincipalDirectory directory() {
        return directory;
    }

    public Authentication authenticate(Credentials offered) {
        if (offered.secret().isEmpty()) {
            return new Rejected(Rejection.SECRET_MISSING);
        }
        if (!secret.matches(offered.secret())) {
            return new Rejected(Rejection.SECRET_WRONG);
        }
        String name = offered.principal().strip();
        if (name.isEmpty()
                || name.length() > PRINCIPAL_LENGTH_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            return new Rejected(Rejection.PRINCIPAL_MISSING);
        }
        return new Authenticated(directory.principal(new PrincipalId(name)));
    }
}
