package io.writ.app.authzen;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.PrincipalDirectory;
import io.writ.app.json.JsonMembers;
import io.writ.app.rest.JsonAnswer;
import io.writ.app.rest.JsonBody;
import io.writ.governance.Caller;
import io.writ.governance.PolicyDesk;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** Several questions of AuthZEN at once; without a list it is one question, as the specification has it. */
@Path("access/v1/evaluations")
@Dependent
public class EvaluationsResource {

    private final Evaluator evaluator;

    @Inject
    public EvaluationsResource(PolicyDesk desk, PrincipalDirectory directory) {
        this.evaluator = new Evaluator(desk, new Subjects(directory));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response evaluate(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        JsonObject document = JsonBody.document(headers, body);
        Batch batch = Batch.of(JsonMembers.of(document), document);
        return batch.questions().isEmpty()
                ? EvaluationResource.answer(evaluator.evaluate(caller, Question.of(JsonMembers.of(document))))
                : JsonAnswer.ok(batch.answer(evaluator, caller)).build();
    }
}
