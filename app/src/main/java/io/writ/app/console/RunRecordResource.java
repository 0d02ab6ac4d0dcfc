package io.writ.app.console;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.Door;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.Caller;
import io.writ.governance.RunArchive;
import io.writ.governance.RunRecord;
import io.writ.governance.SessionId;
import io.writ.ledger.LedgerReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run, as a page or with {@code ?format=json} as data. */
@Path("console/runs/{session}")
@Door(Door.Kind.BROWSER)
@Dependent
public class RunRecordResource {

    private final RunArchive archive;
    private final LedgerReader ledger;
    private final Clock clock;

    @Inject
    public RunRecordResource(RunArchive archive, LedgerReader ledger, Clock clock) {
        this.archive = archive;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GET
    public Response run(
            @Context SecurityContext security,
            @PathParam("session") String session,
            @QueryParam("format") @Nullable String format) {
        Caller caller = CallerPrincipal.required(security);
        RunRecord run = find(caller, session);
        LedgerCheck check = LedgerCheck.of(run.decisions(), ledger);
        return ConsoleAnswer.isJson(format)
                ? ConsoleAnswer.json(RunsJson.record(run, check))
                : ConsoleAnswer.page(RunPage.title(run.summary()), caller, RunPage.of(run, check, clock.instant()));
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
}
