package io.writ.governance.policy.rego.builtin;

/** The fields of a layout, each with the text that stands for it; what comes first wins over what it begins with. */
enum LayoutField {
    LONG_MONTH("January"),
    MONTH("Jan"),
    LONG_WEEKDAY("Monday"),
    WEEKDAY("Mon"),
    ZONE_NAME("MST"),
    PADDED_MONTH("01"),
    PADDED_DAY("02"),
    PADDED_HOUR_OF_12("03"),
    PADDED_MINUTE("04"),
    PADDED_SECOND("05"),
    SHORT_YEAR("06"),
    PADDED_DAY_OF_YEAR("002"),
    HOUR("15"),
    NUMBER_OF_MONTH("1"),
    YEAR("2006"),
    DAY("2"),
    SPACED_DAY("_2"),
    SPACED_DAY_OF_YEAR("__2"),
    HOUR_OF_12("3"),
    MINUTE("4"),
    SECOND("5"),
    HALF("PM"),
    SMALL_HALF("pm");

    private final String text;

    LayoutField(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Whether it stands in the layout there. "Month" is no Mon, and "_2006" is a year after a line. */
    boolean isAt(String layout, int position) {
        if (!layout.startsWith(text, position)) {
            return false;
        }
        return switch (this) {
            case MONTH, WEEKDAY -> !isSmallLetter(layout, position + text.length());
            case SPACED_DAY -> !layout.startsWith(YEAR.text, position + 1);
            default -> true;
        };
    }

    private static boolean isSmallLetter(String layout, int position) {
        return position < layout.length() && layout.charAt(position) >= 'a' && layout.charAt(position) <= 'z';
    }
}
