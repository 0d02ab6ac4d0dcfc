package io.writ.orchestration.schedule;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.Refusal;
import io.writ.orchestration.plan.PlanStep;
import java.util.List;

/**
 * What one step brought.
 *
 * @param units evidence that was released
 * @param hits search hits, fetched or not
 * @param versions ids of the versions held of a document, newest first
 * @param refusals what the gateway refused
 * @param stops what was not done
 * @param truncated whether a source said that it had more
 */
public record Findings(
        PlanStep step,
        List<EvidenceUnit> units,
        List<Hit> hits,
        List<String> versions,
        List<Refusal> refusals,
        List<StopReason> stops,
        boolean truncated) {

    public Findings {
        units = List.copyOf(units);
        hits = List.copyOf(hits);
        versions = List.copyOf(versions);
        refusals = List.copyOf(refusals);
        stops = List.copyOf(stops);
    }
}
