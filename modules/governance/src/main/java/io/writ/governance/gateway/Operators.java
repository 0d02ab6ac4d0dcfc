package io.writ.governance.gateway;

/** Which operation carries out which operator. */
record Operators(Search search, Fetch fetch) {

    Findings perform(OperatorQuestion question) {
        return switch (question.operator()) {
            case SEARCH -> search.perform(question);
            case FETCH_SPAN, LIST_VERSIONS, FETCH_ROWS, AGGREGATE -> fetch.perform(question);
        };
    }
}
