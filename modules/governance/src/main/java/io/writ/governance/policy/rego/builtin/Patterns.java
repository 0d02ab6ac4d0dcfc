package io.writ.governance.policy.rego.builtin;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Patterns compiled so far. A policy's own are compiled once; a policy that makes patterns out of its input fills the
 * table and from then on pays for each.
 */
public final class Patterns {

    /** More distinct patterns than any sensible policy holds. */
    private static final int KEPT_MAX = 512;

    /** RE2 is linear in the text, and its program grows with the pattern. */
    private static final int LENGTH_MAX = 2_000;

    private final Map<String, Pattern> compiled = new ConcurrentHashMap<>();

    /** Compiles with RE2's syntax. */
    Pattern pattern(String expression) {
        Pattern known = compiled.get(expression);
        if (known != null) {
            return known;
        }
        if (expression.length() > LENGTH_MAX) {
            throw new BuiltinException("a pattern may have at most " + LENGTH_MAX + " characters");
        }
        Pattern fresh = compile(expression);
        if (compiled.size() < KEPT_MAX) {
            compiled.put(expression, fresh);
        }
        return fresh;
    }

    private static Pattern compile(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException refused) {
            throw new BuiltinException("error parsing regexp: " + refused.getDescription());
        }
    }
}
