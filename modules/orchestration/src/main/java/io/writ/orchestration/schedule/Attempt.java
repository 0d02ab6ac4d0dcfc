package io.writ.orchestration.schedule;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.OperatorCall;
import io.writ.governance.OperatorOutcome;
import io.writ.governance.Refusal;
import io.writ.orchestration.plan.PlanStep;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** One step under way: its first call, then what follows from the answer. */
final class Attempt {

    /** Documents read per search: the best one, and two to contradict it. */
    private static final int SPANS_MAX = 3;

    private final PlanStep step;
    private final List<EvidenceUnit> units = new ArrayList<>();
    private final List<Hit> hits = new ArrayList<>();
    private final List<String> versions = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<StopReason> stops = new ArrayList<>();
    private boolean truncated;

    Attempt(PlanStep step) {
        this.step = step;
    }

    OperatorCall first() {
        return Calls.first(step);
    }

    /** Search finds places; reading them comes after. */
    List<OperatorCall> following() {
        return switch (step) {
            case PlanStep.ReadRows _, PlanStep.Aggregate _, PlanStep.AskWithheld _ -> List.of();
            case PlanStep.LookUp _ ->
                hits.stream()
                        .limit(SPANS_MAX)
                        .map(hit -> Calls.span(hit.objectId()))
                        .toList();
            case PlanStep.ReviewVersions _ ->
                hits.stream()
                        .limit(1)
                        .flatMap(hit -> List.of(Calls.versions(hit.objectId()), Calls.span(hit.objectId())).stream())
                        .toList();
        };
    }

    void stop(StopReason reason) {
        stops.add(reason);
    }

    void take(Reply reply) {
        switch (reply) {
            case Reply.Answered answered -> take(answered.answer());
            case Reply.Refused refused -> refusals.add(refused.refusal());
            case Reply.NotMade notMade -> stops.add(notMade.reason());
        }
    }

    Findings findings() {
        return new Findings(step, units, hits, versions, refusals, stops, truncated);
    }

    private void take(OperatorOutcome.Answered answer) {
        units.addAll(answer.units());
        hits.addAll(Hit.of(answer));
        if (answer.result() instanceof JsonObject result) {
            truncated |= result.getBoolean("truncated", false);
            if (result.get("versions") instanceof JsonArray listed) {
                listed.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonValue::asJsonObject)
                        .forEach(version -> versions.add(version.getString("version_id", "")));
            }
        }
    }
}
