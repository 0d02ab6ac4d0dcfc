package io.writ.app.rest;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.rest.problem.ProblemException;
import io.writ.governance.BacktestId;
import io.writ.governance.BacktestOutcome;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import io.writ.governance.PolicyBacktests;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;

/** One backtest: how far it is, or what it found. */
@Path("v1/policies/backtests/{id}")
@Dependent
public class BacktestResource {

    private final PolicyBacktests backtests;

    @Inject
    public BacktestResource(PolicyBacktests backtests) {
        this.backtests = backtests;
    }

    @GET
    public Response look(
            @Context SecurityContext security,
            @PathParam("id") String id,
            @QueryParam("format") @DefaultValue("json") String format) {
        Format wanted = Format.of(format);
        BacktestId named = BacktestId.parse(id).orElseThrow(BacktestResource::unknown);
        return switch (backtests.look(CallerPrincipal.required(security), named)) {
            case BacktestOutcome.Seen(var backtest) -> wanted.answer(backtest);
            case BacktestOutcome.Refused(var refusal) -> throw JsonAnswer.refused(refusal);
        };
    }

    private static ProblemException unknown() {
        return JsonAnswer.refused(Refusal.of(RefusalReason.BACKTEST_UNKNOWN, "that is not the address of a backtest"));
    }

    /** How the report is wanted; what has no report yet is told in JSON. */
    private enum Format {
        JSON,
        MARKDOWN,
        JUNIT;

        static Format of(String name) {
            return switch (name) {
                case "json" -> JSON;
                case "markdown" -> MARKDOWN;
                case "junit" -> JUNIT;
                default -> throw ProblemException.invalid("format", "must be json, markdown or junit");
            };
        }

        Response answer(BacktestView backtest) {
            if (!(backtest.state() instanceof State.Done done)) {
                return JsonAnswer.ok(BacktestJson.of(backtest)).build();
            }
            return switch (this) {
                case JSON -> JsonAnswer.ok(BacktestJson.of(backtest)).build();
                case MARKDOWN ->
                    Response.ok(done.report().markdown(), "text/markdown;charset=utf-8")
                            .build();
                case JUNIT ->
                    Response.ok(done.report().junit(), "application/xml").build();
            };
        }
    }
}
