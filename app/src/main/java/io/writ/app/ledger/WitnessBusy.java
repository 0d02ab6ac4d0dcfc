package io.writ.app.ledger;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Callers of a witness have no name, so each log has a share of every second, and whoever comes late comes again. */
final class WitnessBusy {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private WitnessBusy() {}

    static ProblemException refusal() {
        return new ProblemException(new Problem(
                ProblemType.RATE_LIMITED,
                "The witness was asked about this log too often in this second.",
                Optional.empty(),
                Optional.of(RETRY),
                List.of()));
    }
}
