package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import io.writ.evidence.EvidenceId;
import io.writ.evidence.JudgedClaim;
import io.writ.evidence.JudgedClaimMap;
import io.writ.governance.EvidenceRecord;
import io.writ.governance.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The answer that was released, and each claim behind it with what the gate found. */
final class AnswerPanel {

    private AnswerPanel() {}

    static Html of(RunRecord run) {
        Set<EvidenceId> shown = run.evidence().stream()
                .map(EvidenceRecord::unit)
                .map(unit -> unit.id())
                .collect(Collectors.toSet());
        return el(
                        "section",
                        el("h2", "Answer"),
                        answer(run),
                        run.claims().map(claims -> claims(claims, shown)).orElseGet(Html::nothing))
                .with("id", "answer");
    }

    private static Html answer(RunRecord run) {
        if (run.answer().isPresent()) {
            return el("blockquote", run.answer().get()).as("answer");
        }
        return run.summary().mode().isPresent()
                ? el("p", "The answer's text is not held any more. The decisions below still are.")
                        .as("unknown")
                : el("p", "Not finalized yet, so there is no answer.").as("unknown");
    }

    private static Html claims(JudgedClaimMap claims, Set<EvidenceId> shown) {
        if (claims.claims().isEmpty()) {
            return el("p", "No claims were submitted.").as("unknown");
        }
        String coverage = String.format(
                Locale.ROOT,
                "%.0f %% of all claims are supported; %.0f %% are needed.",
                100 * claims.coverageObserved(),
                100 * claims.coverageThreshold());
        return Html.of(
                el("p", coverage).as("quiet coverage"),
                el(
                                "ol",
                                claims.claims().stream()
                                        .map(claim -> claim(claim, shown))
                                        .toList())
                        .as("claims"));
    }

    private static Html claim(JudgedClaim judged, Set<EvidenceId> shown) {
        List<Html> details = new ArrayList<>();
        details.add(Html.text(judged.reason()));
        for (EvidenceId id : judged.claim().evidence()) {
            details.add(Html.text(" "));
            details.add(citation(id, shown.contains(id)));
        }
        return el(
                "li",
                Badge.verdict(judged.verdict()),
                el("p", judged.claim().text()),
                el("p", details).as("quiet"));
    }

    /** A link where the unit stands on this page, the bare id where it does not. */
    private static Html citation(EvidenceId id, boolean isShown) {
        Html name = el("code", RunAddress.shortened(id.hex()));
        return isShown ? el("a", name).with("href", "#" + RunAddress.evidenceAnchor(id.hex())) : name;
    }
}
