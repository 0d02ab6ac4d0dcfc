package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoNumber;
import java.util.regex.Pattern;

/** Numbers out of strings, in JSON's grammar. */
final class NumberText {

    private static final Pattern GRAMMAR = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");

    private NumberText() {}

    static RegoNumber parse(String text) {
        if (!GRAMMAR.matcher(text).matches()) {
            throw new BuiltinException("invalid number");
        }
        return RegoNumber.parse(text);
    }
}
