package io.writ.governance.policy.rego.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The abbreviation of a time zone in a text. It is read over: which zone it means is known to the machine of the policy
 * engine at best, and OPA where its machine has UTC takes every one of them for UTC.
 */
final class ZoneAbbreviation {

    /** As Go tells them from other words: three letters, four or five with a T at the end, or a signed number. */
    private static final Pattern FORM = Pattern.compile(
            "UTC|ChST|MeST|GMT(?<gmt>[+-][0-9]+)?|(?<signed>[+-][0-9]+)|(?:WITA|[A-Z]{3}T|[A-Z]{4}T|[A-Z]{3})(?![A-Z])");

    private static final int HOURS_MAX = 23;

    private ZoneAbbreviation() {}

    /** How many characters of the text it has. */
    static int length(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() < 3 || !form.lookingAt()) {
            throw TimeCursor.unfit("it lacks the abbreviation of a time zone");
        }
        String gmt = form.group("gmt");
        if (gmt != null && !isHours(gmt)) {
            return "GMT".length();
        }
        String signed = form.group("signed");
        if (signed != null && !isHours(signed)) {
            throw TimeCursor.unfit("the offset of its time zone is out of range");
        }
        return form.end();
    }

    private static boolean isHours(String signed) {
        String digits = signed.substring(1).replaceFirst("^0+(?=.)", "");
        return digits.length() <= 2 && Integer.parseInt(digits) <= HOURS_MAX;
    }
}
