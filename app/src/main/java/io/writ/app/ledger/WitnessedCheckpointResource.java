package io.writ.app.ledger;

import io.writ.app.identity.Door;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.Witness;
import io.writ.ledger.WitnessedCheckpoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** The newest checkpoint of another log that was witnessed here: the monitoring side of C2SP {@code tlog-witness}. */
@Path("{origin: [0-9a-f]+}/checkpoint")
@Door(Door.Kind.OPEN)
@Dependent
public class WitnessedCheckpointResource {

    private final Witness witness;

    @Inject
    public WitnessedCheckpointResource(Witness witness) {
        this.witness = witness;
    }

    @GET
    public Response checkpoint(@PathParam("origin") String originHash) {
        return switch (witness.checkpoint(originHash)) {
            case WitnessedCheckpoint.Shown(var note) ->
                Response.ok(note, "text/plain; charset=utf-8")
                        .header("Cache-Control", "no-cache")
                        .build();
            case WitnessedCheckpoint.Unknown _ ->
                throw new ProblemException(
                        Problem.of(ProblemType.LOG_UNKNOWN, "No checkpoint of such a log was witnessed here."));
            case WitnessedCheckpoint.Busy _ -> throw WitnessBusy.refusal();
        };
    }
}
