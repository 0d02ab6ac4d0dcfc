package io.writ.app.ledger;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.InclusionOutcome;
import io.writ.ledger.LedgerTree;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proof that the entry of a decision stands in the tree of the newest checkpoint. */
@Path("v1/ledger/proofs/inclusion")
@Dependent
public class InclusionProofResource {

    /** Some cycles of the sequencer. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LedgerTree tree;

    @Inject
    public InclusionProofResource(LedgerTree tree) {
        this.tree = tree;
    }

    @GET
    public Response proof(@QueryParam("decision_id") @Nullable String decisionId) {
        return switch (tree.inclusion(uuid(decisionId))) {
            case InclusionOutcome.Proven proven -> ProofJson.answer(ProofJson.inclusion(proven));
            case InclusionOutcome.Pending _ -> throw new ProblemException(pending());
            case InclusionOutcome.Unknown _ ->
                throw new ProblemException(
                        Problem.of(ProblemType.ENTRY_UNKNOWN, "No entry of the ledger stands for this decision."));
        };
    }

    private static Problem pending() {
        return new Problem(
                ProblemType.PROOF_PENDING,
                "The entry is chained, and will be under the next checkpoint.",
                Optional.empty(),
                Optional.of(RETRY),
                List.of());
    }

    private static UUID uuid(@Nullable String text) {
        try {
            if (text != null) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException ignored) {
            // Told below, together with absence.
        }
        throw new ProblemException(
                Problem.of(ProblemType.PARAMS_INVALID, "decision_id must be the UUID of a recorded decision."));
    }
}
