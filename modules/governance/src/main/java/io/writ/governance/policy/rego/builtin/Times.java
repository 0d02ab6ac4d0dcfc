package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Dates and durations of given instants; what time it is now has to come with the input. */
final class Times {

    private static final List<LayoutPart> RFC3339 = GoLayout.parts(GoLayout.RFC3339);

    private Times() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "time.parse_rfc3339_ns", Times::parseRfc3339,
                "time.parse_ns", Times::parse,
                "time.format", Times::format,
                "time.parse_duration_ns", call -> GoDuration.nanos(call.string(0)),
                "time.date", call -> numbers(date(Instants.zoned(call, 0))),
                "time.clock", call -> numbers(clock(Instants.zoned(call, 0))),
                "time.weekday", Times::weekday,
                "time.add_date", Times::addDate,
                "time.diff", Times::difference);
    }

    private static RegoNumber parseRfc3339(BuiltinCall call) {
        return TimeReader.nanos(RFC3339, call.string(0));
    }

    private static RegoNumber parse(BuiltinCall call) {
        return TimeReader.nanos(layout(call, call.string(0)), call.string(1));
    }

    private static RegoString format(BuiltinCall call) {
        ZonedDateTime time = Instants.zoned(call, 0);
        String layout = call.any(0) instanceof RegoArray array && array.size() > 2 ? layout(array.element(2)) : "";
        return RegoString.of(
                TimeText.of(time, layout(call, layout.isEmpty() ? GoLayout.RFC3339_NANO : layout), call.meter()));
    }

    private static String layout(RegoValue operand) {
        if (operand instanceof RegoString layout) {
            return layout.value();
        }
        throw new BuiltinException("operand 1 must be string but got " + operand.typeName());
    }

    private static List<LayoutPart> layout(BuiltinCall call, String layout) {
        call.meter().charge(layout.length() / 8);
        return GoLayout.parts(layout);
    }

    private static RegoArray numbers(int... numbers) {
        return RegoArray.of(Arrays.stream(numbers).mapToObj(RegoNumber::of).toList());
    }

    private static int[] date(ZonedDateTime time) {
        return new int[] {time.getYear(), time.getMonthValue(), time.getDayOfMonth()};
    }

    private static int[] clock(ZonedDateTime time) {
        return new int[] {time.getHour(), time.getMinute(), time.getSecond()};
    }

    private static RegoString weekday(BuiltinCall call) {
        return RegoString.of(Instants.zoned(call, 0).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    /** A day past the end of a month runs over into the next one. */
    private static RegoNumber addDate(BuiltinCall call) {
        ZonedDateTime time = Instants.zoned(call, 0);
        try {
            LocalDate date = time.toLocalDate()
                    .withDayOfMonth(1)
                    .plusYears(call.integer(1))
                    .plusMonths(call.integer(2))
                    .plusDays(time.getDayOfMonth() - 1L)
                    .plusDays(call.integer(3));
            return Instants.nanos(ZonedDateTime.of(date, time.toLocalTime(), time.getZone()));
        } catch (DateTimeException outOfRange) {
            throw new BuiltinException("time outside of valid range");
        }
    }

    /** Years, months, days, hours, minutes and seconds between two instants, on the calendar of the first. */
    private static RegoValue difference(BuiltinCall call) {
        ZonedDateTime first = Instants.zoned(call, 0);
        ZonedDateTime second = Instants.zoned(call, 1).withZoneSameInstant(first.getZone());
        ZonedDateTime from = first.isAfter(second) ? second : first;
        ZonedDateTime to = first.isAfter(second) ? first : second;
        int seconds = to.getSecond() - from.getSecond();
        int minutes = to.getMinute() - from.getMinute() - (seconds < 0 ? 1 : 0);
        int hours = to.getHour() - from.getHour() - (minutes < 0 ? 1 : 0);
        int days = to.getDayOfMonth() - from.getDayOfMonth() - (hours < 0 ? 1 : 0);
        int months = to.getMonthValue() - from.getMonthValue() - (days < 0 ? 1 : 0);
        int years = to.getYear() - from.getYear() - (months < 0 ? 1 : 0);
        int daysOfMonth = YearMonth.from(from).lengthOfMonth();
        return numbers(
                years,
                Math.floorMod(months, 12),
                days < 0 ? days + daysOfMonth : days,
                Math.floorMod(hours, 24),
                Math.floorMod(minutes, 60),
                Math.floorMod(seconds, 60));
    }
}
