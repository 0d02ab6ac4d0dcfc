package io.writ.evidence.finalization;

/** What a token is to the gate. */
enum TokenKind {
    /** A word, in lower case, without plural s. */
    WORD,
    /** A number, date or time in one normal form, with its unit, sign and comparison. */
    FIGURE,
    /** Letters and digits mixed, such as an account or file name; compared whole. */
    NAME,
    /** A word that turns a sentence into its opposite or takes back a part of it. */
    NEGATION,
    /** A word that bounds a figure, such as "at most". */
    BOUND
}
