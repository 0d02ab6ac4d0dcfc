package io.writ.app.ledger;

import io.writ.app.exchange.CallerPrincipal;
import io.writ.app.json.JsonBuilders;
import io.writ.app.rest.problem.Problem;
import io.writ.app.rest.problem.ProblemException;
import io.writ.app.rest.problem.ProblemType;
import io.writ.governance.CanonicalRecord;
import io.writ.governance.RecordArchive;
import io.writ.ledger.LedgerSpotCheck;
import io.writ.ledger.ProofStep;
import io.writ.ledger.SpotReport;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification by the server itself: a bounded one, and it says what it did not look at. */
@Path("v1/ledger/verify")
@Dependent
public class VerifyResource {

    /** A check takes some milliseconds. */
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final LedgerSpotCheck ledger;
    private final RecordArchive records;

    @Inject
    public VerifyResource(LedgerSpotCheck ledger, RecordArchive records) {
        this.ledger = ledger;
        this.records = records;
    }

    @GET
    public Response verify(@Context SecurityContext security, @QueryParam("decision_id") @Nullable String decisionId) {
        Optional<UUID> recordId = Optional.ofNullable(decisionId).map(VerifyResource::recordId);
        // The look at a record is recorded, so it waits until it is certain that the check runs.
        SpotReport report = ledger.check(
                        recordId,
                        () -> recordId.flatMap(id -> records.canonical(CallerPrincipal.required(security), id))
                                .map(CanonicalRecord::bytes))
                .orElseThrow(() -> new ProblemException(busy()));
        return ProofJson.answer(json(report));
    }

    private static UUID recordId(String text) {
        return switch (EntryAddress.parse(text)) {
            case EntryAddress.OfRecord(var id) -> id;
            case EntryAddress.At _ -> throw ProblemException.invalid("decision_id", "must be the UUID of a record");
        };
    }

    private static JsonObject json(SpotReport report) {
        JsonArrayBuilder steps = JsonBuilders.array();
        for (ProofStep step : report.steps()) {
            steps.add(JsonBuilders.object()
                    .add("step", step.name())
                    .add("holds", step.holds())
                    .add("told", step.told()));
        }
        JsonArrayBuilder unchecked = JsonBuilders.array();
        report.unchecked().forEach(unchecked::add);
        return JsonBuilders.object()
                .add("verdict", report.verdict().wireName())
                .add("steps", steps)
                .add("not_checked", unchecked)
                .build();
    }

    private static Problem busy() {
        return new Problem(
                ProblemType.RATE_LIMITED,
                "Another verification is running on this node; one runs at a time.",
                Optional.empty(),
                Optional.of(RETRY),
                List.of());
    }
}
