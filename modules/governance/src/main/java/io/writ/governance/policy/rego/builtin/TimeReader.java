package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a time by the parts of a layout. */
final class TimeReader {

    private static final List<String> MONTHS = Arrays.stream(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
            .toList();

    private final List<LayoutPart> layout;
    private final TimeCursor text;
    private final TimeFields time = new TimeFields();

    private TimeReader(List<LayoutPart> layout, String text) {
        this.layout = layout;
        this.text = new TimeCursor(text);
    }

    static RegoNumber nanos(List<LayoutPart> layout, String text) {
        return new TimeReader(layout, text).nanos();
    }

    private RegoNumber nanos() {
        for (int i = 0; i < layout.size(); i++) {
            switch (layout.get(i)) {
                case LayoutPart.Literal(String literal) -> text.skip(literal);
                case LayoutPart.Field(LayoutField field) -> read(field, i);
                case LayoutPart.Offset offset -> read(offset);
                case LayoutPart.Fraction fraction -> read(fraction);
            }
        }
        if (!text.isAtEnd()) {
            throw TimeCursor.unfit("there is more of it");
        }
        return time.nanos();
    }

    /** A day of the week has to be one; Go does not ask whether it is the right one. */
    private void read(LayoutField field, int place) {
        switch (field) {
            case YEAR -> time.year = text.number(4, 4);
            case SHORT_YEAR -> time.year = ofCentury(TimeCursor.signed(text.take(2)));
            case LONG_MONTH -> time.month = 1 + text.name(MONTHS);
            case MONTH -> time.month = 1 + text.name(shortened(MONTHS));
            case PADDED_MONTH -> time.month = text.number(2, 2, 1, 12);
            case NUMBER_OF_MONTH -> time.month = text.number(1, 2, 1, 12);
            case LONG_WEEKDAY -> text.name(DAYS);
            case WEEKDAY -> text.name(shortened(DAYS));
            case PADDED_DAY -> time.day = text.number(2, 2);
            case DAY -> time.day = text.number(1, 2);
            case SPACED_DAY -> time.day = spaced(1, 2);
            case PADDED_DAY_OF_YEAR -> time.dayOfYear = text.number(3, 3);
            case SPACED_DAY_OF_YEAR -> time.dayOfYear = spaced(2, 3);
            case HOUR -> time.hour = text.number(1, 2, 0, 23);
            case PADDED_HOUR_OF_12 -> time.hour = text.number(2, 2, 0, 12);
            case HOUR_OF_12 -> time.hour = text.number(1, 2, 0, 12);
            case PADDED_MINUTE -> time.minute = text.number(2, 2, 0, 59);
            case MINUTE -> time.minute = text.number(1, 2, 0, 59);
            case PADDED_SECOND -> readSecond(2, place);
            case SECOND -> readSecond(1, place);
            case HALF -> readHalf("AM", "PM");
            case SMALL_HALF -> readHalf("am", "pm");
            case ZONE_NAME -> readZoneName();
        }
    }

    private static List<String> shortened(List<String> names) {
        return names.stream().map(name -> name.substring(0, 3)).toList();
    }

    private static int ofCentury(int year) {
        return year >= 69 ? 1900 + year : 2000 + year;
    }

    private int spaced(int spaces, int digits) {
        for (int i = 0; i < spaces; i++) {
            text.skipSpace();
        }
        return text.number(1, digits);
    }

    /** A text may have a fraction where the layout has none. */
    private void readSecond(int digits, int place) {
        time.second = text.number(digits, 2, 0, 59);
        if (text.isAtFraction() && !isFractionNext(place)) {
            time.nano = text.fraction();
        }
    }

    private boolean isFractionNext(int place) {
        return layout.stream()
                .skip(place + 1L)
                .filter(part -> !(part instanceof LayoutPart.Literal))
                .findFirst()
                .filter(LayoutPart.Fraction.class::isInstance)
                .isPresent();
    }

    private void readHalf(String before, String after) {
        String half = text.take(2);
        if (!half.equals(before) && !half.equals(after)) {
            throw TimeCursor.unfit("it lacks " + before + " or " + after);
        }
        time.isMorning |= half.equals(before);
        time.isAfternoon |= half.equals(after);
    }

    private void readZoneName() {
        String zone = text.take(ZoneAbbreviation.length(text.rest()));
        time.isUtc |= zone.equals("UTC");
    }

    private void read(LayoutPart.Offset offset) {
        if (offset.zulu() && text.isAt("Z")) {
            text.skip("Z");
            time.isUtc = true;
            return;
        }
        String sign = text.take(1);
        if (!sign.equals("+") && !sign.equals("-")) {
            throw TimeCursor.unfit("it lacks an offset");
        }
        int[] greatest = {24, 60, 60};
        int[] numbers = new int[greatest.length];
        for (int i = 0; i < offset.numbers(); i++) {
            if (i > 0 && offset.colons() && !text.take(1).equals(":")) {
                throw TimeCursor.unfit("its offset lacks a colon");
            }
            numbers[i] = text.number(2, 2, 0, greatest[i]);
        }
        int seconds = (numbers[0] * 60 + numbers[1]) * 60 + numbers[2];
        time.offset = sign.equals("-") ? -seconds : seconds;
    }

    private void read(LayoutPart.Fraction fraction) {
        if (!fraction.trimmed()) {
            time.nano = text.fraction(fraction.digits());
        } else if (text.isAtFraction()) {
            time.nano = text.fraction();
        }
    }
}
