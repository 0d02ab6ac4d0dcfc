package io.writ.governance.writ;

import java.util.Set;

/** The names of the format. */
final class Predicate {

    static final String STATEMENT = "https://in-toto.io/Statement/v1";
    static final String TYPE = "https://writ.io/writ-of-an-answer/v1";
    static final String SUBJECT = "answer";

    static final Set<String> REQUIRED = Set.of("answer", "budget", "decisions", "issued_at", "ledger", "run");
    static final Set<String> OPTIONAL = Set.of("claim_map", "evidence", "question");

    private Predicate() {}
}
