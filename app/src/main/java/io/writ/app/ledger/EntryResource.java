package io.writ.app.ledger;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.CanonicalRecord;
import io.writ.governance.RecordArchive;
import io.writ.ledger.ChainReader;
import io.writ.ledger.ChainedEntry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One entry: its hashes for everybody, the record it stands for only where asked for, and only for auditors. */
@Path("v1/ledger/entries/{id}")
@Dependent
public class EntryResource {

    private final ChainReader chains;
    private final RecordArchive records;

    @Inject
    public EntryResource(ChainReader chains, RecordArchive records) {
        this.chains = chains;
        this.records = records;
    }

    @GET
    public Response entry(
            @Context SecurityContext security, @PathParam("id") String id, @QueryParam("body") @Nullable String body) {
        boolean wanted = wanted(body);
        ChainedEntry found = switch (EntryAddress.parse(id)) {
            case EntryAddress.OfRecord(var recordId) ->
                chains.ofRecord(recordId).orElseThrow(EntryResource::unknown);
            case EntryAddress.At(long lane, long seq) -> chains.at(lane, seq).orElseThrow(EntryResource::unknown);
        };
        // Who asks for hashes only asks nothing that policy decides; a look at a record is decided and recorded.
        Optional<CanonicalRecord> record = wanted
                ? records.canonical(
                        CallerPrincipal.required(security), found.entry().recordId())
                : Optional.empty();
        return ProofJson.answer(ProofJson.entry(found, record));
    }

    private static boolean wanted(@Nullable String body) {
        if (body == null || body.equals("false")) {
            return false;
        }
        if (body.equals("true")) {
            return true;
        }
        throw ProblemException.invalid("body", "must be true or false");
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(ProblemType.ENTRY_UNKNOWN, "The ledger has no such entry."));
    }
}
