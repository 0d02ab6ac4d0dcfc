package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.governance.Actor;
import io.writ.governance.Caller;
import io.writ.governance.Principal;
import io.writ.governance.PrincipalId;
import io.writ.governance.TenantId;
import io.writ.governance.TraceParent;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody was let in, or nobody. */
record FakeSecurity(java.security.Principal getUserPrincipal) implements SecurityContext {

    static final Caller DEV = new Caller(
            new Principal(
                    new TenantId("local"),
                    new PrincipalId("dev"),
                    Set.of("developer"),
                    Map.of(),
                    List.of(new Actor(Actor.Kind.HUMAN, "dev", "Dev"))),
            "request-1",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
            new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));

    static final FakeSecurity KNOWN = new FakeSecurity(new CallerPrincipal(DEV));
    static final FakeSecurity NOBODY = new FakeSecurity(null);

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
