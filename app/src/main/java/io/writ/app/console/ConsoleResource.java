package io.writ.app.console;

import io.writ.app.console.html.Html;
import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.Door;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.Caller;
import io.writ.governance.RunArchive;
import io.writ.governance.RunRecord;
import io.writ.governance.RunSummary;
import io.writ.governance.SessionId;
import io.writ.ledger.LedgerReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two pages of the console. Both come as JSON too, with {@code ?format=json}. */
@Path("/")
@Door(Door.Kind.BROWSER)
@Dependent
public class ConsoleResource {

    /** One screenful for a patient reader; older runs are found by their address. */
    private static final int RUNS_MAX = 100;

    private final RunArchive archive;
    private final LedgerReader ledger;
    private final Clock clock;

    @Inject
    public ConsoleResource(RunArchive archive, LedgerReader ledger, Clock clock) {
        this.archive = archive;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public Response runs(@Context SecurityContext security, @QueryParam("format") @Nullable String format) {
        Caller caller = CallerPrincipal.required(security);
        List<RunSummary> runs = archive.recent(caller, RUNS_MAX);
        return isJson(format) ? json(RunsJson.list(runs)) : page("Runs", caller, RunListPage.of(runs, clock.instant()));
    }

    @GET
    @Path("console/runs/{session}")
    public Response run(
            @Context SecurityContext security,
            @PathParam("session") String session,
            @QueryParam("format") @Nullable String format) {
        Caller caller = CallerPrincipal.required(security);
        RunRecord run = find(caller, session);
        LedgerCheck check = LedgerCheck.of(run.decisions(), ledger);
        Instant now = clock.instant();
        return isJson(format)
                ? json(RunsJson.record(run, check))
                : page(RunPage.title(run.summary()), caller, RunPage.of(run, check, now));
    }

    private RunRecord find(Caller caller, String session) {
        return sessionId(session)
                .flatMap(id -> archive.run(caller, id))
                .orElseThrow(() -> new ProblemException(
                        Problem.of(ProblemType.RUN_UNKNOWN, "There is no such run that you may see.")));
    }

    private static Optional<SessionId> sessionId(String text) {
        try {
            return Optional.of(new SessionId(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static boolean isJson(@Nullable String format) {
        return "json".equals(format);
    }

    private static Response json(JsonObject body) {
        return Response.ok(body.toString(), MediaType.APPLICATION_JSON_TYPE).build();
    }

    private static Response page(String title, Caller caller, Html content) {
        String principal = caller.principal().id().value();
        return PageFrame.into(Response.ok(), PageFrame.page(title, Optional.of(principal), content));
    }
}
