package io.writ.app.ledger;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.LedgerTree;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The newest checkpoint as a signed note: C2SP {@code tlog-checkpoint}. */
@Path("checkpoint")
@Dependent
public class CheckpointResource {

    private final LedgerTree tree;

    @Inject
    public CheckpointResource(LedgerTree tree) {
        this.tree = tree;
    }

    @GET
    public Response checkpoint() {
        String note = tree.checkpoint()
                .orElseThrow(() -> new ProblemException(Problem.of(
                        ProblemType.TREE_NOT_THERE,
                        "There is no checkpoint yet. One is signed when the first decision is folded into the tree.")));
        return Response.ok(note, "text/plain; charset=utf-8")
                .header("Cache-Control", "no-cache")
                .build();
    }
}
