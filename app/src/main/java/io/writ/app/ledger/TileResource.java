package io.writ.app.ledger;

import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.ledger.LedgerTree;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Tiles of hashes and bundles of entries: C2SP {@code tlog-tiles}. */
@Path("tile/{path: .+}")
@Dependent
public class TileResource {

    private static final String ENTRIES = "entries/";

    private final LedgerTree tree;

    @Inject
    public TileResource(LedgerTree tree) {
        this.tree = tree;
    }

    @GET
    public Response tile(@PathParam("path") String path) {
        Optional<byte[]> found =
                path.startsWith(ENTRIES) ? tree.entries(path.substring(ENTRIES.length())) : tree.tile(path);
        byte[] bytes = found.orElseThrow(() -> new ProblemException(
                Problem.of(ProblemType.TREE_NOT_THERE, "The tree has no such tile, or has not grown that far yet.")));
        // What stands in a tile never changes; a partial one only gets neighbours under another name.
        return Response.ok(bytes, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Cache-Control", "private, max-age=31536000, immutable")
                .build();
    }
}
