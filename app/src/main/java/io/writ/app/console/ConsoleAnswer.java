package io.writ.app.console;

import io.writ.app.console.html.Html;
import io.writ.governance.Caller;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two forms in which the console answers. */
final class ConsoleAnswer {

    private ConsoleAnswer() {}

    static boolean isJson(@Nullable String format) {
        return "json".equals(format);
    }

    static Response json(JsonObject body) {
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    static Response page(String title, Caller caller, Html content) {
        String principal = caller.principal().id().value();
        return PageFrame.into(Response.ok(), PageFrame.page(title, Optional.of(principal), content));
    }
}
