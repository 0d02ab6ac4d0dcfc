package io.writ.app.console;

import io.writ.app.identity.Door;
import io.writ.app.rest.problem.ProblemType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Makes the type URIs of problems open; the texts are the same for everybody. */
@Path("problems")
@Door(Door.Kind.OPEN)
@Dependent
public class ProblemsResource {

    @Inject
    public ProblemsResource() {}

    @GET
    public Response all() {
        return PageFrame.into(Response.ok(), PageFrame.page("Problems", Optional.empty(), ProblemsPage.all()));
    }

    @GET
    @Path("{slug}")
    public Response one(@PathParam("slug") String slug) {
        ProblemType type = ProblemType.named(slug).orElseThrow(NotFoundException::new);
        return PageFrame.into(Response.ok(), PageFrame.page(type.title(), Optional.empty(), ProblemsPage.one(type)));
    }
}
