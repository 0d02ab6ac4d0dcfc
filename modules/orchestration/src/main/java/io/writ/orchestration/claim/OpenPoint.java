package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.governance.Refusal;
import io.writ.governance.RefusalReason;
import io.writ.orchestration.plan.PlanStep;
import io.writ.orchestration.schedule.Findings;
import io.writ.orchestration.schedule.StopReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says in one unknown claim what stayed open and why. */
final class OpenPoint {

    /** Enough to recognise one's own words; an answer is not the place to repeat a long question. */
    private static final int ASKED_CHARS_MAX = 160;

    private OpenPoint() {}

    static Claim of(PartAnswer answer) {
        String text = asked(answer) + reason(answer);
        return unknown(text);
    }

    /** That a document changed is no evidence of what changed in it. */
    static Optional<Claim> ofVersions(PartAnswer answer) {
        return answer.findings().attempts().stream()
                .filter(attempt -> attempt.step() instanceof PlanStep.ReviewVersions)
                .filter(attempt -> !attempt.versions().isEmpty())
                .map(attempt -> unknown("What changed between versions stays open: "
                        + attempt.versions().size()
                        + (attempt.versions().size() == 1 ? " version is" : " versions are")
                        + " held, and only the current text was read."))
                .findFirst();
    }

    static Claim unknown(String text) {
        return new Claim(text, ClaimStatus.UNKNOWN, List.of(), List.of());
    }

    private static String asked(PartAnswer answer) {
        String text = answer.findings().part().text().strip().replaceAll("\\s+", " ");
        String shown = text.length() <= ASKED_CHARS_MAX ? text : text.substring(0, ASKED_CHARS_MAX) + "...";
        return "Not answered: " + shown + " - ";
    }

    private static String reason(PartAnswer answer) {
        List<Findings> attempts = answer.findings().attempts();
        Optional<String> withheld = attempts.stream()
                .filter(OpenPoint::isDenied)
                .flatMap(OpenPoint::withheld)
                .findFirst();
        Optional<String> refused = attempts.stream()
                .flatMap(attempt -> attempt.refusals().stream())
                .filter(refusal -> refusal.reason().hint() == answer.failure())
                .map(Refusal::message)
                .findFirst();
        Optional<String> stopped = attempts.stream()
                .flatMap(attempt -> attempt.stops().stream())
                .map(StopReason::sentence)
                .findFirst();
        return withheld.or(() -> refused)
                .or(() -> stopped.map(sentence -> sentence + "."))
                .orElse("nothing was found that says it.");
    }

    private static boolean isDenied(Findings attempt) {
        return attempt.refusals().stream().anyMatch(refusal -> refusal.reason() == RefusalReason.POLICY_DENIED);
    }

    private static Stream<String> withheld(Findings attempt) {
        return attempt.step() instanceof PlanStep.AskWithheld asked
                ? Stream.of("the source " + asked.source().title() + " exists, and you may not read it.")
                : Stream.empty();
    }
}
