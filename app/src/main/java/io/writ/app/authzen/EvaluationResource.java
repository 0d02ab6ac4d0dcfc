package io.writ.app.authzen;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.PrincipalDirectory;
import io.writ.app.rest.JsonAnswer;
import io.writ.app.rest.JsonBody;
import io.writ.governance.Caller;
import io.writ.governance.PolicyDesk;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;

/** One question of AuthZEN. */
@Path("access/v1/evaluation")
@Dependent
public class EvaluationResource {

    private final Evaluator evaluator;

    @Inject
    public EvaluationResource(PolicyDesk desk, PrincipalDirectory directory) {
        this.evaluator = new Evaluator(desk, new Subjects(directory));
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response evaluate(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        return answer(evaluator.evaluate(caller, Question.of(JsonBody.read(headers, body))));
    }

    /** What is no word of policy is no answer to a single question either. */
    static Response answer(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Failed(var refusal) -> throw JsonAnswer.refused(refusal);
            case Verdict.Decided _, Verdict.Unanswerable _, Verdict.Malformed _ ->
                JsonAnswer.ok(verdict.json()).build();
        };
    }
}
