package io.writ.app.ledger;

import io.writ.app.identity.Door;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.Witness;
import io.writ.ledger.WitnessOutcome;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * This installation as a witness of other logs: C2SP {@code tlog-witness}. Whoever asks proves who they are with the
 * signature of a log that is configured; there is no other authentication, so everything before it is cheap and bounded.
 */
@Path("add-checkpoint")
@Door(Door.Kind.OPEN)
@Dependent
public class AddCheckpointResource {

    /** Ten times the longest proof with a checkpoint that many others signed. */
    private static final int BYTES_MAX = 32_768;

    private final Witness witness;

    @Inject
    public AddCheckpointResource(Witness witness) {
        this.witness = witness;
    }

    @POST
    public Response add(InputStream body) {
        if (!witness.isOn()) {
            throw problem(ProblemType.WITNESS_OFF, "This installation is no witness.");
        }
        return switch (witness.add(bounded(body))) {
            case WitnessOutcome.Cosigned(var lines) ->
                Response.ok(lines, "text/plain; charset=utf-8").build();
            case WitnessOutcome.Conflict(var size) ->
                Response.status(Response.Status.CONFLICT)
                        .entity(size + "\n")
                        .type("text/x.tlog.size")
                        .build();
            case WitnessOutcome.Malformed(var why) ->
                throw problem(ProblemType.PARAMS_INVALID, "This is no add-checkpoint request: " + why + ".");
            case WitnessOutcome.UnknownLog _ ->
                throw problem(ProblemType.LOG_UNKNOWN, "This witness knows no log of that origin.");
            case WitnessOutcome.Unsigned _ ->
                throw problem(ProblemType.LOG_UNSIGNED, "No key of the log that is known here signed the checkpoint.");
            case WitnessOutcome.Inconsistent _ ->
                throw problem(
                        ProblemType.CHECKPOINT_INCONSISTENT,
                        "The proof does not lead from what was witnessed to this checkpoint.");
            case WitnessOutcome.Busy _ -> throw WitnessBusy.refusal();
        };
    }

    private static String bounded(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(BYTES_MAX + 1);
            if (bytes.length > BYTES_MAX) {
                throw problem(ProblemType.BODY_TOO_LARGE, "The body exceeds " + BYTES_MAX + " bytes.");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            throw problem(ProblemType.PARAMS_INVALID, "The body could not be read to its end.");
        }
    }

    private static ProblemException problem(ProblemType type, String detail) {
        return new ProblemException(Problem.of(type, detail));
    }
}
