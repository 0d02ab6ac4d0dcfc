package io.writ.governance.policy.backtest.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** In which way a candidate decides otherwise. Undecided is served as a denial, and counts as one. */
public enum FlipKind {
    /** Permitted so far, not any more. */
    ALLOW_TO_DENY(false),
    /** Refused so far, permitted by the candidate. */
    DENY_TO_ALLOW(true),
    /** The candidate has no answer that can be trusted. */
    BECAME_UNDECIDED(true),
    /** Permitted by both; something the base demands is weaker, gone, or cannot be compared. */
    OBLIGATIONS_LOOSENED(true),
    /** Permitted by both, and the candidate demands more, or advises otherwise. */
    OBLIGATIONS_CHANGED(false),
    /** One item of an answer is not released any more. */
    ITEM_ALLOW_TO_DENY(false),
    /** One more item of an answer is released. */
    ITEM_DENY_TO_ALLOW(true),
    /** The same verdict for another reason. */
    REASON_CHANGED(false);

    private final boolean dangerous;

    FlipKind(boolean dangerous) {
        this.dangerous = dangerous;
    }

    /** What fails when nobody says otherwise: whatever opens a door, and whatever breaks. */
    public static Set<FlipKind> failingByDefault() {
        EnumSet<FlipKind> failing = EnumSet.noneOf(FlipKind.class);
        Arrays.stream(values()).filter(kind -> kind.dangerous).forEach(failing::add);
        return failing;
    }

    /** The kind of this name, as it stands in reports. */
    public static Optional<FlipKind> named(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
