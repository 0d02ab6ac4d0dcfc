package io.writ.app.entry;

import io.writ.app.exchange.CallerPrincipal;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;

/** A security context that knows one thing: who is asking. Roles are policy's business and are not answered here. */
record KnownCaller(CallerPrincipal principal) implements SecurityContext {

    @Override
    public Principal getUserPrincipal() {
        return principal;
    }

    @Override
    public boolean isUserInRole(String role) {
        return false;
    }

    @Override
    public boolean isSecure() {
        return false;
    }

    @Override
    public String getAuthenticationScheme() {
        return "local";
    }
}
