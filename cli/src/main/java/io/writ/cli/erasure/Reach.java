package io.writ.cli.erasure;

/** How far an erasure reaches. Each includes the ones before it. */
enum Reach {
    /** What was recorded about the person. */
    OWN,
    /** Evidence that holds the id as a value of its own, too. */
    EVIDENCE,
    /** Everything in whose text the id stands as a word, whoever it belongs to. */
    TEXTS
}
