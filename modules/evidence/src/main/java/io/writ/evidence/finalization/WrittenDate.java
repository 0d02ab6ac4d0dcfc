package io.writ.evidence.finalization;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date with the month in words, such as "2 January 2026", "January 2nd, 2026" or "the 2nd of Jan 2026".
 *
 * @param length how many tokens it took
 */
record WrittenDate(LocalDate date, int length) {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");

    /** The date that starts at the index, if one does. Without a year it is not a date but a number and a word. */
    static Optional<WrittenDate> at(List<Token> tokens, int index) {
        Window window = new Window(tokens, index);
        if (window.month(0) > 0) {
            return of(window, 0, 1, 2);
        }
        return window.text(1).equals("of") ? of(window, 2, 0, 3) : of(window, 1, 0, 2);
    }

    Token token() {
        return new Token(TokenKind.FIGURE, date.toString());
    }

    private static Optional<WrittenDate> of(Window window, int monthAt, int dayAt, int yearAt) {
        int month = window.month(monthAt);
        Matcher day = DAY.matcher(window.text(dayAt));
        String year = window.text(yearAt);
        if (month == 0 || !day.matches() || !YEAR.matcher(year).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day.group(1)));
            return Optional.of(new WrittenDate(date, yearAt + 1));
        } catch (DateTimeException unreal) {
            return Optional.empty();
        }
    }

    private record Window(List<Token> tokens, int start) {

        String text(int offset) {
            return start + offset < tokens.size() ? tokens.get(start + offset).text() : "";
        }

        /** 1 to 12, or 0. Three letters suffice, as in "Jan". */
        int month(int offset) {
            String word = text(offset);
            for (int month = 1; month <= 12; month++) {
                String name = Lexicon.MONTHS.get(month - 1);
                if (word.equals(name) || word.equals(name.substring(0, 3)) || (month == 9 && word.equals("sept"))) {
                    return month;
                }
            }
            return 0;
        }
    }
}
