package io.writ.orchestration.claim;

import io.writ.governance.Refusal;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.StopReason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells how an answer came about: what was tried, why, and what came of it. */
final class Narrative {

    private Narrative() {}

    static String of(List<PartAnswer> answers, boolean partial, int untold) {
        List<String> lines = new ArrayList<>();
        if (partial) {
            long answered = answers.stream().filter(PartAnswer::isAnswered).count();
            lines.add("Partial answer: " + answered + " of " + answers.size() + " parts answered.");
        }
        answers.forEach(answer -> answer.findings().attempts().forEach(attempt -> lines.add(tried(attempt))));
        if (untold > 0) {
            lines.add(untold + " more statements are supported by the evidence and were left out.");
        }
        return String.join("\n", lines);
    }

    private static String tried(Findings attempt) {
        String refusals = attempt.refusals().stream()
                .map(Refusal::reason)
                .distinct()
                .map(reason -> "; refused: " + reason.code())
                .collect(Collectors.joining());
        String stops = attempt.stops().stream()
                .distinct()
                .map(StopReason::sentence)
                .map(sentence -> "; stopped: " + sentence)
                .collect(Collectors.joining());
        String cut = attempt.truncated() ? "; the source has more than it returned" : "";
        return "Tried because " + attempt.step().why() + ": " + brought(attempt) + refusals + stops + cut + ".";
    }

    private static String brought(Findings attempt) {
        String units = attempt.units().size() == 1
                ? "1 evidence unit"
                : attempt.units().size() + " evidence units";
        return attempt.versions().isEmpty()
                ? units
                : units + ", " + attempt.versions().size() + " versions held";
    }
}
