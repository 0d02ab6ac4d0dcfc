package io.writ.orchestration;

import io.writ.evidence.EvidenceUnit;
import io.writ.evidence.TerminalMode;
import io.writ.governance.DecisionView;
import io.writ.governance.Grounds;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.governance.SpentView;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** Operator outcomes, written short. */
public final class Answers {

    private static final DecisionView ALLOWED = new DecisionView(
            Optional.empty(),
            true,
            false,
            "granted",
            Optional.empty(),
            Optional.empty(),
            List.of(),
            "1",
            Grounds.UNASKED);

    private Answers() {}

    public static OperatorOutcome units(EvidenceUnit... units) {
        return answered(JsonValue.EMPTY_JSON_ARRAY, 10, units);
    }

    public static OperatorOutcome unitsOf(long bytes, EvidenceUnit... units) {
        return answered(JsonValue.EMPTY_JSON_ARRAY, bytes, units);
    }

    public static OperatorOutcome hits(String... objectIds) {
        JsonArrayBuilder refs = Json.createArrayBuilder();
        for (String objectId : objectIds) {
            refs.add(Json.createObjectBuilder().add("object_id", objectId).add("match_preview", ""));
        }
        return answered(Json.createObjectBuilder().add("refs", refs).build(), 10);
    }

    public static OperatorOutcome result(String singleQuoted) {
        return answered(Units.json(singleQuoted), 10);
    }

    public static OperatorOutcome refused(RefusalReason reason) {
        return new OperatorOutcome.Refused(Refusal.of(reason, "Refused: " + reason.name() + "."));
    }

    private static OperatorOutcome answered(JsonValue result, long bytes, EvidenceUnit... units) {
        return new OperatorOutcome.Answered(
                TerminalMode.SUPPORTED, result, List.of(units), Optional.empty(), ALLOWED, new SpentView(1, bytes));
    }
}
