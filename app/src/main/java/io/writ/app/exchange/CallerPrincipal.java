package io.writ.app.exchange;

import io.writ.governance.Caller;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.Optional;

/** Carries the caller from the door to the resource, in the place where Jakarta REST keeps who is asking. */
public record CallerPrincipal(Caller caller) implements Principal {

    @Override
    public String getName() {
        return caller.principal().id().value();
    }

    /** The caller, if somebody was let in by name. */
    public static Optional<Caller> of(SecurityContext security) {
        return security.getUserPrincipal() instanceof CallerPrincipal known
                ? Optional.of(known.caller())
                : Optional.empty();
    }

    /** The caller; a resource that is reached without one has a hole in its door, so it answers nothing. */
    public static Caller required(SecurityContext security) {
        return of(security).orElseThrow(() -> new IllegalStateException("no caller behind a closed door"));
    }
}
