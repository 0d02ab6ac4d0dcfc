package io.writ.governance.policy.rego.builtin;

import java.util.List;

/** Reads the text of a time from its beginning to its end. */
final class TimeCursor {

    private static final int NANO_DIGITS = 9;

    private final String text;
    private int position;

    TimeCursor(String text) {
        this.text = text;
    }

    /** What to throw where the text does not fit. */
    static BuiltinException unfit(String why) {
        return new BuiltinException("the text does not fit the layout: " + why);
    }

    boolean isAtEnd() {
        return position == text.length();
    }

    boolean isAt(String expected) {
        return text.startsWith(expected, position);
    }

    boolean isDigitAt(int ahead) {
        return position + ahead < text.length() && Ascii.isDigit(text.charAt(position + ahead));
    }

    /** The text from here on. */
    String rest() {
        return text.substring(position);
    }

    /** So many characters. */
    String take(int length) {
        if (length > text.length() - position) {
            throw unfit("it is too short");
        }
        position += length;
        return text.substring(position - length, position);
    }

    /** A literal; a run of spaces fits any other, and the end of the text. */
    void skip(String literal) {
        int at = 0;
        while (at < literal.length()) {
            char expected = literal.charAt(at);
            if (isAtEnd() ? expected != ' ' : text.charAt(position) != expected) {
                throw unfit("it lacks \"" + literal + "\"");
            }
            if (expected == ' ') {
                at += spaces(literal, at);
                position += spaces(text, position);
            } else {
                at++;
                position++;
            }
        }
    }

    /** Takes one space where there is one. */
    void skipSpace() {
        position += isAt(" ") ? 1 : 0;
    }

    private static int spaces(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == ' ') {
            end++;
        }
        return end - from;
    }

    /** A number of at least and at most so many digits. */
    int number(int least, int most) {
        int digits = 0;
        while (digits < most && isDigitAt(digits)) {
            digits++;
        }
        if (digits < least) {
            throw unfit("a number is too short");
        }
        return Integer.parseInt(take(digits));
    }

    /** A number of at least and at most so many digits, within limits. */
    int number(int least, int most, int smallest, int greatest) {
        int number = number(least, most);
        if (number < smallest || number > greatest) {
            throw unfit(number + " is out of range");
        }
        return number;
    }

    /** The index of the name that stands here, in letters of either size. */
    int name(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (text.regionMatches(true, position, name, 0, name.length()) && isAscii(name.length())) {
                position += name.length();
                return i;
            }
        }
        throw unfit("a name is not known");
    }

    /** Java takes some letters beyond ASCII for the same as those within. */
    private boolean isAscii(int length) {
        return text.substring(position, position + length).chars().allMatch(unit -> unit < 0x80);
    }

    /** Whether a separator and a digit stand here. */
    boolean isAtFraction() {
        return (isAt(".") || isAt(",")) && isDigitAt(1);
    }

    /** A separator with all digits after it. */
    int fraction() {
        int digits = 0;
        while (isDigitAt(1 + digits)) {
            digits++;
        }
        return fraction(digits);
    }

    /** A separator with so many digits after it, as nanoseconds; what is smaller is left out unread, as Go has it. */
    int fraction(int digits) {
        String taken = take(1 + digits);
        if (!taken.startsWith(".") && !taken.startsWith(",")) {
            throw unfit("it lacks a fraction");
        }
        String read = taken.substring(1, 1 + Math.min(digits, NANO_DIGITS));
        int number = signed(read);
        if (number < 0) {
            throw unfit("its fraction is negative");
        }
        return number * (int) Math.pow(10, NANO_DIGITS - read.length());
    }

    /** A number without or with a sign, where no digit at all is 0. */
    static int signed(String text) {
        boolean isSigned = text.startsWith("-") || text.startsWith("+");
        String digits = isSigned ? text.substring(1) : text;
        for (int i = 0; i < digits.length(); i++) {
            if (!Ascii.isDigit(digits.charAt(i))) {
                throw unfit("it has a letter in a number");
            }
        }
        int number = digits.isEmpty() ? 0 : Integer.parseInt(digits);
        return text.startsWith("-") ? -number : number;
    }
}
