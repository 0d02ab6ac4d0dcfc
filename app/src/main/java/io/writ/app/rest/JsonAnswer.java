package io.writ.app.rest;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.governance.Refusal;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** The two ways an API resource answers. */
public final class JsonAnswer {

    private JsonAnswer() {}

    public static ResponseBuilder ok(JsonObject body) {
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON_TYPE);
    }

    /** A refusal leaves through the same door as every other problem. */
    public static ProblemException refused(Refusal refusal) {
        return new ProblemException(Problem.of(refusal));
    }
}
