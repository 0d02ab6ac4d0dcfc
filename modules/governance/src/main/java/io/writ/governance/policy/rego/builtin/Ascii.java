package io.writ.governance.policy.rego.builtin;

/** Digits without regard to any language. */
final class Ascii {

    private Ascii() {}

    static boolean isDigit(char unit) {
        return unit >= '0' && unit <= '9';
    }
}
