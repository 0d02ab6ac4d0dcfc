package io.writ.app.console;

import static io.writ.app.console.html.Element.el;

import io.writ.app.console.html.Html;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as people read it: how long ago, and when exactly. Always UTC: a record has no local time. */
final class Moment {

    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Moment() {}

    static Html of(Instant moment, Instant now) {
        return el(
                        "span",
                        el("time", ago(Duration.between(moment, now))).with("datetime", moment.toString()),
                        el("span", absolute(moment)).as("exact"))
                .as("moment");
    }

    static String absolute(Instant moment) {
        return ABSOLUTE.format(moment);
    }

    private static String ago(Duration past) {
        if (past.isNegative() || past.toSeconds() < 5) {
            return "just now";
        }
        if (past.toMinutes() < 1) {
            return past.toSeconds() + " s ago";
        }
        if (past.toHours() < 1) {
            return past.toMinutes() + " min ago";
        }
        if (past.toDays() < 1) {
            return past.toHours() + " h ago";
        }
        return past.toDays() + (past.toDays() == 1 ? " day ago" : " days ago");
    }
}
