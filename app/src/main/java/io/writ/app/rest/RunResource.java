package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonMembers;
import io.writ.app.metrics.Meters;
import io.writ.app.metrics.Route;
import io.writ.evidence.Budget;
import io.writ.evidence.BudgetJson;
import io.writ.governance.Caller;
import io.writ.governance.RefusalReason;
import io.writ.orchestration.Question;
import io.writ.orchestration.RunOutcome;
import io.writ.orchestration.Runs;
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
import java.util.Optional;

/** Answers questions. */
@Path("v1/run")
@Dependent
public class RunResource {

    private final Runs runs;
    private final Meters meters;

    @Inject
    public RunResource(Runs runs, Meters meters) {
        this.runs = runs;
        this.meters = meters;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response run(@Context SecurityContext security, @Context HttpHeaders headers, InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        return switch (runs.run(caller, question(JsonBody.read(headers, body)))) {
            case RunOutcome.Finished finished -> {
                meters.terminalMode(Route.RUN, finished.finalized().outcome().mode());
                yield JsonAnswer.ok(RunJson.of(finished)).build();
            }
            case RunOutcome.Refused(var refusal) -> {
                meters.terminalMode(Route.RUN, refusal.reason().hint());
                if (refusal.reason() == RefusalReason.BUDGET_EXCEEDED) {
                    meters.budgetViolation(Route.RUN);
                }
                throw JsonAnswer.refused(refusal);
            }
        };
    }

    static Question question(JsonMembers body) {
        String query = body.text("query");
        if (query.length() > Question.LENGTH_MAX) {
            throw body.wrong("query", "must have at most " + Question.LENGTH_MAX + " characters");
        }
        Optional<Budget> budget = body.optionalObject("budget").map(BudgetJson::read);
        body.end();
        return new Question(query, budget);
    }
}
