package io.writ.app.authzen;

import io.writ.app.identity.Door;
import io.writ.app.json.JsonBuilders;
import io.writ.app.rest.JsonAnswer;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Tells a client of AuthZEN where to ask. Searches are not offered, so they are not named. */
@Path(".well-known/authzen-configuration")
@Door(Door.Kind.OPEN)
@Dependent
public class MetadataResource {

    @Inject
    public MetadataResource() {}

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response metadata(@Context UriInfo uri) {
        return JsonAnswer.ok(JsonBuilders.object()
                        .add("policy_decision_point", withoutSlash(uri))
                        .add("access_evaluation_endpoint", at(uri, EvaluationResource.class))
                        .add("access_evaluations_endpoint", at(uri, EvaluationsResource.class))
                        .build())
                .build();
    }

    private static String at(UriInfo uri, Class<?> resource) {
        return uri.getBaseUriBuilder().path(resource).build().toString();
    }

    private static String withoutSlash(UriInfo uri) {
        String base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
