package io.writ.evidence.finalization;

/**
 * One token of normalised text.
 *
 * @param text equal for tokens that mean the same to the gate
 */
record Token(TokenKind kind, String text) {

    boolean is(TokenKind other) {
        return kind == other;
    }

    /** Function words carry no content of their own. */
    boolean isFunctionWord() {
        return kind == TokenKind.WORD && Lexicon.FUNCTION_WORDS.contains(text);
    }
}
