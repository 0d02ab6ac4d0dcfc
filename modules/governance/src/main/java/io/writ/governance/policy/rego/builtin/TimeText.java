package io.writ.governance.policy.rego.builtin;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;

/** Writes a time by the parts of a layout. */
final class TimeText {

    private static final int NANO_DIGITS = 9;

    private final ZonedDateTime time;
    private final StringBuilder text = new StringBuilder();

    private TimeText(ZonedDateTime time) {
        this.time = time;
    }

    static String of(ZonedDateTime time, List<LayoutPart> layout, Meter meter) {
        TimeText written = new TimeText(time);
        for (LayoutPart part : layout) {
            written.append(part);
            meter.admit(written.text.length());
        }
        return written.text.toString();
    }

    private void append(LayoutPart part) {
        switch (part) {
            case LayoutPart.Literal(String literal) -> text.append(literal);
            case LayoutPart.Field(LayoutField field) -> text.append(field(field));
            case LayoutPart.Offset offset -> append(offset);
            case LayoutPart.Fraction fraction -> append(fraction);
        }
    }

    private String field(LayoutField field) {
        return switch (field) {
            case LONG_MONTH -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case MONTH ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case LONG_WEEKDAY -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case WEEKDAY ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case ZONE_NAME -> zoneName();
            case YEAR -> padded(time.getYear(), 4);
            case SHORT_YEAR -> padded(time.getYear() % 100, 2);
            case PADDED_MONTH -> padded(time.getMonthValue(), 2);
            case NUMBER_OF_MONTH -> Integer.toString(time.getMonthValue());
            case PADDED_DAY -> padded(time.getDayOfMonth(), 2);
            case DAY -> Integer.toString(time.getDayOfMonth());
            case SPACED_DAY -> spaced(time.getDayOfMonth(), 2);
            case PADDED_DAY_OF_YEAR -> padded(time.getDayOfYear(), 3);
            case SPACED_DAY_OF_YEAR -> spaced(time.getDayOfYear(), 3);
            case HOUR -> padded(time.getHour(), 2);
            case PADDED_HOUR_OF_12 -> padded(hourOf12(), 2);
            case HOUR_OF_12 -> Integer.toString(hourOf12());
            case PADDED_MINUTE -> padded(time.getMinute(), 2);
            case MINUTE -> Integer.toString(time.getMinute());
            case PADDED_SECOND -> padded(time.getSecond(), 2);
            case SECOND -> Integer.toString(time.getSecond());
            case HALF -> time.getHour() >= 12 ? "PM" : "AM";
            case SMALL_HALF -> time.getHour() >= 12 ? "pm" : "am";
        };
    }

    private int hourOf12() {
        int hour = time.getHour() % 12;
        return hour == 0 ? 12 : hour;
    }

    private static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(width - digits.length(), 0)) + digits;
    }

    private static String spaced(int number, int width) {
        String digits = Integer.toString(number);
        return " ".repeat(Math.max(width - digits.length(), 0)) + digits;
    }

    /** Go's zones know their abbreviations over time, Java's do not, and two engines must not write two texts. */
    private String zoneName() {
        if (time.getZone().equals(ZoneOffset.UTC)) {
            return "UTC";
        }
        throw new BuiltinException("the abbreviation of the time zone " + time.getZone()
                + " is not known; use a layout with -0700 instead of MST");
    }

    private void append(LayoutPart.Offset offset) {
        int seconds = time.getOffset().getTotalSeconds();
        if (offset.zulu() && seconds == 0) {
            text.append('Z');
            return;
        }
        int minutes = seconds / 60;
        String colon = offset.colons() ? ":" : "";
        text.append(minutes < 0 ? '-' : '+').append(padded(Math.abs(minutes) / 60, 2));
        if (offset.numbers() > 1) {
            text.append(colon).append(padded(Math.abs(minutes) % 60, 2));
        }
        if (offset.numbers() > 2) {
            text.append(colon).append(padded((minutes < 0 ? -seconds : seconds) % 60, 2));
        }
    }

    private void append(LayoutPart.Fraction fraction) {
        String digits = padded(time.getNano(), NANO_DIGITS).substring(0, Math.min(fraction.digits(), NANO_DIGITS));
        String shown = fraction.trimmed() ? digits.replaceAll("0+$", "") : digits;
        if (!fraction.trimmed() || !shown.isEmpty()) {
            text.append(fraction.separator()).append(shown);
        }
    }
}
