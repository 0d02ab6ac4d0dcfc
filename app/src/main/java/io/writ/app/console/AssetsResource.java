package io.writ.app.console;

import io.writ.app.identity.Door;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** The stylesheet and the icon of the console. */
@Path("console/{name: writ\\.css|seal\\.svg}")
@Door(Door.Kind.OPEN)
@Dependent
public class AssetsResource {

    /** Short: a new version must show after a restart, without anybody emptying a cache. */
    private static final String CACHE = "private, max-age=60";

    @Inject
    public AssetsResource() {}

    @GET
    public Response asset(@PathParam("name") String name) {
        return asset(name, name.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml");
    }

    private static Response asset(String name, String type) {
        try (InputStream content = open(name)) {
            return Response.ok(content.readAllBytes())
                    .header("Content-Type", type)
                    .header("Cache-Control", CACHE)
                    .build();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the console's " + name, unreadable);
        }
    }

    private static InputStream open(String name) {
        @Nullable InputStream found = AssetsResource.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException("the build left out the console's " + name);
        }
        return found;
    }
}
