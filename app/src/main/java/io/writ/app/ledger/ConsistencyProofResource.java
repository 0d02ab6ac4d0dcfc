package io.writ.app.ledger;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.ConsistencyOutcome;
import io.writ.ledger.LedgerTree;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Proof that the tree of one checkpoint extends that of an earlier one. */
@Path("v1/ledger/proofs/consistency")
@Dependent
public class ConsistencyProofResource {

    private final LedgerTree tree;

    @Inject
    public ConsistencyProofResource(LedgerTree tree) {
        this.tree = tree;
    }

    @GET
    public Response proof(@QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        return switch (tree.consistency(size("from", from), size("to", to))) {
            case ConsistencyOutcome.Proven proven -> ProofJson.answer(ProofJson.consistency(proven));
            case ConsistencyOutcome.Impossible(var problem) ->
                throw new ProblemException(Problem.of(ProblemType.PARAMS_INVALID, "No such proof: " + problem + "."));
        };
    }

    private static long size(String name, @Nullable String text) {
        try {
            if (text != null) {
                return Long.parseLong(text);
            }
        } catch (NumberFormatException ignored) {
            // Told below, together with absence.
        }
        throw new ProblemException(
                Problem.of(ProblemType.PARAMS_INVALID, name + " must be the size of a tree, a whole number."));
    }
}
