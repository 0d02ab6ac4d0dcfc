package io.writ.cli.ledger;

import io.writ.ledger.RetentionOutcome;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What became of a wish to retire bodies, on one screen. */
final class RetentionPage {

    private RetentionPage() {}

    static String text(RetentionOutcome outcome) {
        return switch (outcome) {
            case RetentionOutcome.Nothing _ -> "No month that is still there had ended by then.\n";
            case RetentionOutcome.Refused(String problem) -> "Refused, nothing was changed: " + problem + ".\n";
            case RetentionOutcome.Possible(var bodies) ->
                "Would be retired:\n" + rows(bodies) + "Nothing was changed. Repeat with --yes; it cannot be undone.\n";
            case RetentionOutcome.Retired(var bodies, var notices, var lane) ->
                "Retired:\n" + rows(bodies) + "The log says so in " + named(notices) + ", lane " + lane
                        + ". Entries and tree are as they were.\n";
        };
    }

    private static String named(List<UUID> notices) {
        return (notices.size() == 1 ? "notice " : "notices ")
                + notices.stream().map(UUID::toString).collect(Collectors.joining(", "));
    }

    private static String rows(RetentionOutcome.Bodies bodies) {
        var text = new StringBuilder("  from " + bodies.from() + " to " + bodies.below() + "\n");
        new TreeMap<>(bodies.rows())
                .forEach((table, rows) -> text.append(String.format(Locale.ROOT, "  %,12d rows of %s%n", rows, table)));
        return text.toString();
    }
}
