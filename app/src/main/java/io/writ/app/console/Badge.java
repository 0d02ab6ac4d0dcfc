package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Element;
import io.writ.app.console.html.Html;
import io.writ.evidence.ClaimVerdict;
import io.writ.evidence.Label;
import io.writ.evidence.TerminalMode;
import java.util.Optional;

/** Icon and word, so that colour is never the only signal. */
final class Badge {

    private Badge() {}

    static Html mode(Optional<TerminalMode> mode) {
        return mode.map(Badge::mode).orElseGet(() -> badge(Icon.RING, "Open", "open"));
    }

    private static Html mode(TerminalMode mode) {
        return switch (mode) {
            case SUPPORTED -> badge(Icon.CHECK, "Supported", "good");
            case INSUFFICIENT_EVIDENCE -> badge(Icon.QUESTION, "Insufficient evidence", "unsure");
            case INSUFFICIENT_PERMISSION -> badge(Icon.LOCK, "Insufficient permission", "denied");
            case SOURCE_UNAVAILABLE -> badge(Icon.PLUG, "Source unavailable", "broken");
        };
    }

    static Html verdict(ClaimVerdict verdict) {
        return switch (verdict) {
            case SUPPORTED -> badge(Icon.CHECK, "Supported", "good");
            case MISATTRIBUTED -> badge(Icon.WARN, "Misattributed", "unsure");
            case STITCHED -> badge(Icon.WARN, "Stitched", "unsure");
            case NOT_FOUND -> badge(Icon.QUESTION, "Not found", "unsure");
            case ALTERED_NUMBER -> badge(Icon.WARN, "Altered number", "denied");
        };
    }

    /** What begins or ends something is told apart from a decision, which is the rule and gets no badge. */
    static Html kind(String kind) {
        return switch (kind) {
            case "intent" -> badge(Icon.RING, "Begins the run", "open");
            case "outcome" -> badge(Icon.SEAL, "Ends the run", "good");
            case "gap" -> badge(Icon.WARN, "No outcome in time", "unsure");
            default -> Html.nothing();
        };
    }

    /** A decision's verdict is a word of policy; what is not an allowance is shown as one is not. */
    static Html decision(String verdict) {
        return switch (verdict) {
            case "allow", "allowed" -> badge(Icon.CHECK, "Allowed", "good");
            case "deny", "denied" -> badge(Icon.LOCK, "Denied", "denied");
            default -> badge(Icon.WARN, sentence(verdict), "unsure");
        };
    }

    /** Classification and origin trust, joined over everything the run touched. */
    static Html label(Label label) {
        String classification = label.classification().wireName();
        return el(
                        "span",
                        el("span", classification).as("classification " + classification),
                        el("span", label.origin().wireName().replace('_', ' ')).as("origin"))
                .as("label");
    }

    static Element badge(Icon icon, String word, String tone) {
        return el("span", icon.svg(), el("span", word)).as("badge " + tone);
    }

    /** {@code over_budget} reads "Over budget". */
    static String sentence(String wireName) {
        String spaced = wireName.replace('_', ' ').strip();
        return spaced.isEmpty() ? "Unknown" : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
