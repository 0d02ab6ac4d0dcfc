package io.writ.app.console;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.identity.Door;
import io.writ.governance.Caller;
import io.writ.governance.RunArchive;
import io.writ.governance.RunSummary;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recent runs, as a page or with {@code ?format=json} as data. */
@Path("/")
@Door(Door.Kind.BROWSER)
@Dependent
public class RunListResource {

    /** One screenful for a patient reader; older runs are found by their address. */
    private static final int RUNS_MAX = 100;

    private final RunArchive archive;
    private final Clock clock;

    @Inject
    public RunListResource(RunArchive archive, Clock clock) {
        this.archive = archive;
        this.clock = clock;
    }

    @GET
    public Response runs(@Context SecurityContext security, @QueryParam("format") @Nullable String format) {
        Caller caller = CallerPrincipal.required(security);
        List<RunSummary> runs = archive.recent(caller, RUNS_MAX);
        return ConsoleAnswer.isJson(format)
                ? ConsoleAnswer.json(RunsJson.list(runs))
                : ConsoleAnswer.page("Runs", caller, RunListPage.of(runs, clock.instant()));
    }
}
