package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;

/**
 * Go's formatting of a text with verbs, as far as policies use it. What is not done exactly as Go does it (widths taken
 * from arguments, explicit argument numbers, alternate forms) is refused.
 */
final class GoFormat {

    private final String format;
    private final RegoArray arguments;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private int argument;

    GoFormat(String format, RegoArray arguments) {
        this.format = format;
        this.arguments = arguments;
    }

    String text() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            int end = percent < 0 ? format.length() : percent;
            text.append(format, at, end);
            at = end + 1;
            if (percent >= 0) {
                directive();
            }
        }
        extraArguments();
        return text.toString();
    }

    private void directive() {
        GoVerb.Flags flags = flags();
        int width = number();
        int precision = -1;
        if (format.startsWith(".", at)) {
            at++;
            precision = Math.max(0, number());
        }
        if (at >= format.length()) {
            text.append("%!(NOVERB)");
            return;
        }
        int verb = format.codePointAt(at);
        at += Character.charCount(verb);
        if (verb == '%') {
            text.append('%');
        } else if (verb == '*' || verb == '[') {
            throw new BuiltinException("sprintf: widths and numbers of arguments are not supported here");
        } else if (argument >= arguments.size()) {
            text.append("%!").appendCodePoint(verb).append("(MISSING)");
        } else {
            text.append(new GoVerb(verb, flags, width, precision).formatted(arguments.element(argument++)));
        }
    }

    private GoVerb.Flags flags() {
        int start = at;
        while (at < format.length() && "+- 0#".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        return GoVerb.Flags.of(format.substring(start, at));
    }

    private int number() {
        int start = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            at++;
        }
        if (at - start > 4) {
            throw new BuiltinException("sprintf: a width of more than four digits");
        }
        return start == at ? -1 : Integer.parseInt(format.substring(start, at));
    }

    private void extraArguments() {
        if (argument >= arguments.size()) {
            return;
        }
        text.append("%!(EXTRA ");
        for (int i = argument; i < arguments.size(); i++) {
            text.append(i == argument ? "" : ", ").append(GoVerb.typed(arguments.element(i)));
        }
        text.append(')');
    }
}
