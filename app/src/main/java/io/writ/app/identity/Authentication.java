package io.writ.app.identity;

import io.writ.governance.Principal;

/** The answer to credentials. */
public sealed interface Authentication {

    /** Somebody we know how to name. */
    record Authenticated(Principal principal) implements Authentication {}

    /** Nobody. */
    record Rejected(Rejection reason) implements Authentication {}

    /** Why; told in this order, so that nobody learns about principals without the secret. */
    enum Rejection {
        SECRET_MISSING,
        SECRET_WRONG,
        PRINCIPAL_MISSING
    }
}
