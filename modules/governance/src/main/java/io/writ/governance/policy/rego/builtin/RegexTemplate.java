package io.writ.governance.policy.rego.builtin;

import com.google.re2j.Pattern;

/** Text with regular expressions between delimiters. */
record RegexTemplate(String template, char start, char end) {

    /** The expression for the whole; each of its parts has to be one by itself. */
    String expression(Patterns patterns) {
        StringBuilder expression = new StringBuilder("^");
        int level = 0;
        int from = 0;
        int open = 0;
        for (int i = 0; i < template.length(); i++) {
            if (template.charAt(i) == start) {
                level++;
                open = level == 1 ? i : open;
            } else if (template.charAt(i) == end) {
                level--;
                if (level == 0) {
                    String part = template.substring(open + 1, i);
                    Pattern _ = patterns.pattern("^" + part + "$");
                    expression.append(Pattern.quote(template.substring(from, open)));
                    expression.append('(').append(part).append(')');
                    from = i + 1;
                }
            }
            if (level < 0) {
                break;
            }
        }
        if (level != 0) {
            throw new BuiltinException("unbalanced braces in \"" + template + "\"");
        }
        return expression
                .append(Pattern.quote(template.substring(from)))
                .append('$')
                .toString();
    }
}
