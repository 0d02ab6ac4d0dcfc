package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/** What was read of a time so far. */
final class TimeFields {

    private static final int UNREAD = -1;

    int year;
    int month = UNREAD;
    int day = UNREAD;
    int dayOfYear = UNREAD;
    int hour;
    int minute;
    int second;
    int nano;
    boolean isMorning;
    boolean isAfternoon;
    boolean isUtc;

    /** In seconds. Go as well takes the offset of minus one second for none at all. */
    int offset = UNREAD;

    /** Nanoseconds since 1970; what was not read is the first of its kind. */
    RegoNumber nanos() {
        int hours = isAfternoon && hour < 12 ? hour + 12 : (isMorning && hour == 12 ? 0 : hour);
        ZonedDateTime local = ZonedDateTime.of(date(), LocalTime.of(hours, minute, second, nano), ZoneOffset.UTC);
        return Instants.nanos(isUtc || offset == UNREAD ? local : local.minusSeconds(offset));
    }

    private LocalDate date() {
        try {
            return dayOfYear == UNREAD
                    ? LocalDate.of(year, month == UNREAD ? 1 : month, day == UNREAD ? 1 : day)
                    : dateOfDayOfYear();
        } catch (DateTimeException outOfRange) {
            throw TimeCursor.unfit("its day is out of range");
        }
    }

    private LocalDate dateOfDayOfYear() {
        LocalDate date = LocalDate.ofYearDay(year, dayOfYear);
        if ((month != UNREAD && month != date.getMonthValue()) || (day != UNREAD && day != date.getDayOfMonth())) {
            throw TimeCursor.unfit("its day of the year is another day");
        }
        return date;
    }
}
