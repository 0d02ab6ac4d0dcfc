package io.writ.app.entry;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.exchange.Exchange;
import io.writ.app.identity.Authentication;
import io.writ.app.identity.Authentication.Rejection;
import io.writ.app.identity.BasicCredentials;
import io.writ.app.identity.Credentials;
import io.writ.app.identity.Door;
import io.writ.app.identity.LocalIdentity;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.MetricsAccess;
import io.writ.app.metrics.MetricsResource;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.Problem.Header;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stands at every door. It runs before a body is read, so nobody unknown makes us parse anything. */
@Priority(Priorities.AUTHENTICATION)
final class AuthenticationFilter implements ContainerRequestFilter {

    private static final String PRINCIPAL = "x-pecr-principal-id";
    private static final String SECRET = "x-pecr-local-auth-secret";

    private final LocalIdentity identity;
    private final Meters meters;
    private final MetricsAccess metricsAccess;

    @Context
    private @Nullable ResourceInfo resource;

    AuthenticationFilter(LocalIdentity identity, Meters meters, MetricsAccess metricsAccess) {
        this.identity = identity;
        this.meters = meters;
        this.metricsAccess = metricsAccess;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Door.Kind door = door();
        switch (identity.authenticate(credentials(request, door))) {
            case Authentication.Authenticated(var principal) -> {
                Exchange exchange = (Exchange) request.getProperty(Exchange.ATTRIBUTE);
                request.setSecurityContext(new KnownCaller(new CallerPrincipal(exchange.caller(principal))));
            }
            case Authentication.Rejected(var reason) -> {
                if (door != Door.Kind.OPEN) {
                    meters.unauthenticated(reason.name().toLowerCase(Locale.ROOT));
                    throw new ProblemException(problem(reason).with(challenge(door)));
                }
            }
        }
    }

    private Door.Kind door() {
        if (resource == null) {
            return Door.Kind.HEADERS;
        }
        if (metricsAccess.needsPrincipal() && resource.getResourceClass() == MetricsResource.class) {
            return Door.Kind.HEADERS;
        }
        Door door = resource.getResourceClass().getAnnotation(Door.class);
        return door == null ? Door.Kind.HEADERS : door.value();
    }

    private static Credentials credentials(ContainerRequestContext request, Door.Kind door) {
        return switch (door) {
            case BROWSER -> BasicCredentials.parse(Headers.of(request, "Authorization"));
            case HEADERS, OPEN -> new Credentials(Headers.of(request, PRINCIPAL), Headers.of(request, SECRET));
        };
    }

    private static Header challenge(Door.Kind door) {
        String scheme = door == Door.Kind.BROWSER ? "Basic realm=\"Writ\", charset=\"UTF-8\"" : "Writ realm=\"local\"";
        return new Header("WWW-Authenticate", scheme);
    }

    private static Problem problem(Rejection reason) {
        return switch (reason) {
            case SECRET_MISSING -> Problem.of(ProblemType.AUTH_REQUIRED, "The shared secret is missing.");
            case SECRET_WRONG -> Problem.of(ProblemType.AUTH_INVALID, "The shared secret is wrong.");
            case PRINCIPAL_MISSING ->
                Problem.of(ProblemType.PRINCIPAL_MISSING, "The header x-pecr-principal-id is missing or too long.");
        };
    }
}
