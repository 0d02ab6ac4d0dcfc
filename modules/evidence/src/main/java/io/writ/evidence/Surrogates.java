package io.writ.evidence;

import java.nio.charset.StandardCharsets;

/** Halves of surrogate pairs are no characters: they have no UTF-8 form and silently become a question mark. */
final class Surrogates {

    private Surrogates() {}

    static boolean areUnpairedIn(String text) {
        return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
