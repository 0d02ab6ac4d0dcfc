package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates and durations of given instants; what time it is now has to come with the input. */
final class Times {

    private static final Pattern RFC3339 = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)T(\\d\\d):(\\d\\d):(\\d\\d)(?:[.,](\\d+))?(?:Z|([+-])(\\d\\d):(\\d\\d))");

    private Times() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "time.parse_rfc3339_ns", Times::parse,
                "time.parse_duration_ns", call -> GoDuration.nanos(call.string(0)),
                "time.date", call -> numbers(date(Instants.zoned(call, 0))),
                "time.clock", call -> numbers(clock(Instants.zoned(call, 0))),
                "time.weekday", Times::weekday,
                "time.add_date", Times::addDate,
                "time.diff", Times::difference);
    }

    private static RegoNumber parse(BuiltinCall call) {
        Matcher parts = RFC3339.matcher(call.string(0));
        if (!parts.matches()) {
            throw new BuiltinException("the text is no RFC 3339 time");
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3)),
                    LocalTime.of(part(parts, 4), part(parts, 5), part(parts, 6), fraction(parts.group(7))));
            return Instants.nanos(local.minusSeconds(offset(parts)).atZone(ZoneOffset.UTC));
        } catch (DateTimeException outOfRange) {
            throw new BuiltinException("the text is no RFC 3339 time: a part is out of range");
        }
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    private static int fraction(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt((digits + "000000000").substring(0, 9));
    }

    private static long offset(Matcher parts) {
        if (parts.group(8) == null) {
            return 0;
        }
        int hours = part(parts, 9);
        int minutes = part(parts, 10);
        if (hours > 24 || minutes > 60) {
            throw new BuiltinException("the text is no RFC 3339 time: its offset is out of range");
        }
        long seconds = hours * 3_600L + minutes * 60L;
        return parts.group(8).equals("-") ? -seconds : seconds;
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
