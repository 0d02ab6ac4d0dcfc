package io.writ.orchestration.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a plan as one line, so that a table can say what is expected. */
final class PlanText {

    private PlanText() {}

    static String of(Plan plan) {
        return plan.isVague()
                ? "ask back"
                : plan.parts().stream().map(PlanText::of).collect(Collectors.joining(" ; "));
    }

    private static String of(Part part) {
        String fallback = part.fallback().map(step -> " or " + of(step)).orElse("");
        return (part.topicOnly() ? "topic " : "") + of(part.step()) + fallback;
    }

    private static String of(PlanStep step) {
        return switch (step) {
            case PlanStep.ReadRows rows ->
                "rows " + rows.view().viewId() + " " + rows.asked() + " " + rows.filter()
                        + (rows.choices().isEmpty() ? "" : " any of " + rows.choices()) + words(rows.mustSay());
            case PlanStep.Aggregate figure ->
                "figure " + figure.view().viewId() + " " + figure.metric().name() + "("
                        + figure.metric().field() + ") " + figure.groupBy() + " " + figure.filter()
                        + (figure.onlyValues().isEmpty() ? "" : " only " + figure.onlyValues())
                        + figure.granularity()
                                .map(granularity -> " " + granularity.wireName())
                                .orElse("")
                        + figure.ranking()
                                .map(ranking -> (ranking.descending() ? " top " : " bottom ") + ranking.groupsMax())
                                .orElse("");
            case PlanStep.LookUp lookUp -> "text" + scope(lookUp.scope()) + words(lookUp.words());
            case PlanStep.ReviewVersions review -> "versions" + scope(review.scope()) + words(review.words());
            case PlanStep.AskWithheld withheld ->
                "withheld " + withheld.source().name();
        };
    }

    private static String scope(Optional<Scope> scope) {
        return scope.map(found -> " in " + found.prefix()).orElse("");
    }

    private static String words(List<Word> words) {
        return words.isEmpty() ? "" : " '" + words.stream().map(Word::written).collect(Collectors.joining(" ")) + "'";
    }
}
