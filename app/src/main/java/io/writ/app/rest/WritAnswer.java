package io.writ.app.rest;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.Caller;
import io.writ.governance.RunWrits;
import io.writ.governance.SessionId;
import io.writ.governance.WritOutcome;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A writ as a download, or why there is none. The API and the console answer alike. */
public final class WritAnswer {

    /** DSSE's own name for an envelope in JSON. */
    private static final String MEDIA_TYPE = "application/vnd.dsse.envelope.v1+json";

    private WritAnswer() {}

    public static Response of(RunWrits writs, Caller caller, String session) {
        WritOutcome outcome = sessionId(session).map(id -> writs.of(caller, id)).orElseGet(WritOutcome.Unknown::new);
        return switch (outcome) {
            case WritOutcome.Issued(SessionId run, String envelope) -> download(run, envelope);
            case WritOutcome.Unknown _ ->
                throw problem(ProblemType.RUN_UNKNOWN, "There is no such run that you may see.");
            case WritOutcome.Unfinished _ ->
                throw problem(ProblemType.RUN_UNFINISHED, "The run is open: it has no answer that a writ could be of.");
            case WritOutcome.Pending(Duration retryAfter) -> throw pending(retryAfter);
            case WritOutcome.KeyAbsent _ ->
                throw problem(ProblemType.WRIT_KEY_ABSENT, "This node was started without the key of the log.");
            case WritOutcome.KeyOther _ ->
                throw problem(
                        ProblemType.WRIT_KEY_OTHER,
                        "The newest checkpoint is signed by another key of the log than this node has.");
            case WritOutcome.TooLarge(int entriesMax) ->
                throw problem(
                        ProblemType.WRIT_TOO_LARGE, "A writ holds " + entriesMax + " entries; this run has more.");
            case WritOutcome.Disagreeing(String code) ->
                throw problem(
                        ProblemType.WRIT_DISAGREES,
                        "What is stored of this run does not hold (" + code + "), so nothing is signed.");
        };
    }

    private static Response download(SessionId run, String envelope) {
        return Response.ok(envelope.getBytes(StandardCharsets.US_ASCII))
                .header("Content-Type", MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"writ-" + run.value() + ".json\"")
                .build();
    }

    private static ProblemException problem(ProblemType type, String message) {
        return new ProblemException(Problem.of(type, message));
    }

    private static ProblemException pending(Duration retryAfter) {
        return new ProblemException(new Problem(
                ProblemType.PROOF_PENDING,
                "The newest entries of this run are chained, and will be under the next checkpoint.",
                Optional.empty(),
                Optional.of(retryAfter),
                List.of()));
    }

    private static Optional<SessionId> sessionId(String text) {
        try {
            return Optional.of(new SessionId(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
