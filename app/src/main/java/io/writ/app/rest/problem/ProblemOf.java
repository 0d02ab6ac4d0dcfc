package io.writ.app.rest.problem;

import io.writ.app.json.JsonShapeException;
import io.writ.app.rest.problem.Problem.Header;
import io.writ.evidence.WireFormatException;
import io.writ.governance.GovernanceException;
import io.writ.ledger.LedgerException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Objects;

/** Finds the problem in an exception. What it does not know is internal, and internal says nothing. */
public final class ProblemOf {

    private static final String INTERNAL = "Something went wrong here. The request id finds it in the server log.";

    private ProblemOf() {}

    public static Problem thrown(Throwable thrown) {
        return switch (thrown) {
            case ProblemException known -> known.problem();
            case JsonShapeException shape ->
                ProblemException.invalid(shape.pointer(), shape.what()).problem();
            case WireFormatException shape -> Problem.of(ProblemType.PARAMS_INVALID, message(shape));
            case GovernanceException _ -> Problem.of(ProblemType.DATABASE_DOWN);
            case LedgerException _ -> Problem.of(ProblemType.LEDGER_DOWN);
            case NotFoundException _ -> Problem.of(ProblemType.ROUTE_UNKNOWN);
            case NotAllowedException method ->
                Problem.of(ProblemType.METHOD_NOT_ALLOWED).with(allow(method));
            case NotAcceptableException _ -> Problem.of(ProblemType.NOT_ACCEPTABLE);
            case WebApplicationException web -> byStatus(web.getResponse().getStatus());
            default -> Problem.of(ProblemType.INTERNAL, INTERNAL);
        };
    }

    private static String message(WireFormatException shape) {
        return Objects.requireNonNullElse(shape.getMessage(), "The body does not fit this route.");
    }

    /** Whatever else the server refuses is the client's to mend when its status says so. */
    public static Problem byStatus(int status) {
        return status >= 400 && status < 500
                ? Problem.of(ProblemType.PARAMS_INVALID, "The request does not fit this route.")
                : Problem.of(ProblemType.INTERNAL, INTERNAL);
    }

    private static Header allow(NotAllowedException method) {
        String allowed = method.getResponse().getHeaderString("Allow");
        return new Header("Allow", allowed == null ? "" : allowed);
    }
}
