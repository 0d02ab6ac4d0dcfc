package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.plan.Part;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.plan.Word;
import io.writ.orchestration.schedule.Answering;
import io.writ.orchestration.schedule.Findings;
import java.util.List;
import java.util.Optional;

/** Phrases what one step found, in the form that fits the step. */
public final class StepClaims implements Answering {

    @Override
    public boolean isAnswered(Part part, Findings findings) {
        return !of(part, findings).isEmpty();
    }

    /** Claims that answer the part; none when the findings are about something else. */
    List<Claim> of(Part part, Findings findings) {
        List<EvidenceUnit> units = findings.units();
        return switch (findings.step()) {
            case PlanStep.ReadRows rows -> RowClaims.of(rows, units);
            case PlanStep.Aggregate aggregate -> FigureClaims.of(aggregate, units);
            case PlanStep.LookUp lookUp ->
                part.topicOnly() ? List.of() : QuoteClaims.of(lookUp.words(), lookUp.scope(), findings);
            case PlanStep.ReviewVersions review -> QuoteClaims.of(review.words(), review.scope(), findings);
            case PlanStep.AskWithheld withheld -> quotes(withheld.words(), findings);
        };
    }

    /** Policy changed its mind since the plan was made: then the source is read like any other. */
    private static List<Claim> quotes(List<Word> words, Findings findings) {
        return QuoteClaims.of(words, Optional.empty(), findings);
    }
}
