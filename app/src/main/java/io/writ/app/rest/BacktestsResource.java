package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.rest.problem.ProblemException;
import io.writ.governance.BacktestOrder;
import io.writ.governance.BacktestOutcome;
import io.writ.governance.Caller;
import io.writ.governance.CandidatePolicy;
import io.writ.governance.PolicyBacktests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins backtests of candidate policies. */
@Path("v1/policies/backtests")
@Dependent
public class BacktestsResource {

    private static final String PATH = "/v1/policies/backtests/";

    private final PolicyBacktests backtests;

    @Inject
    public BacktestsResource(PolicyBacktests backtests) {
        this.backtests = backtests;
    }

    @POST
    @Produces(MediaType.APPLICATION_JSON)
    public Response start(
            @Context SecurityContext security,
            @Context HttpHeaders headers,
            @QueryParam("last") @Nullable String last,
            InputStream body) {
        Caller caller = CallerPrincipal.required(security);
        return switch (backtests.start(caller, order(headers, last, body))) {
            case BacktestOutcome.Seen(var backtest) ->
                Response.accepted(BacktestJson.of(backtest).toString())
                        .type(MediaType.APPLICATION_JSON_TYPE)
                        .location(URI.create(PATH + backtest.id()))
                        .build();
            case BacktestOutcome.Refused(var refusal) -> throw JsonAnswer.refused(refusal);
        };
    }

    /** An archive has no member for the number of decisions, so there it is part of the address. */
    private static BacktestOrder order(HttpHeaders headers, @Nullable String last, InputStream body) {
        if (GzipBody.isAnnounced(headers)) {
            return new BacktestOrder(
                    new CandidatePolicy.Archive(GzipBody.read(headers, body)), decisions(last), Optional.empty());
        }
        if (last != null) {
            throw ProblemException.invalid("/last", "belongs into the JSON body; it is a parameter for archives only");
        }
        return BacktestForm.read(JsonBody.read(headers, body));
    }

    private static int decisions(@Nullable String last) {
        try {
            int decisions = last == null ? BacktestOrder.DECISIONS_DEFAULT : Integer.parseInt(last);
            if (decisions >= 1 && decisions <= BacktestOrder.DECISIONS_MAX) {
                return decisions;
            }
        } catch (NumberFormatException ignored) {
            // Told below, together with the range.
        }
        throw ProblemException.invalid("last", "must be a whole number from 1 to " + BacktestOrder.DECISIONS_MAX);
    }
}
