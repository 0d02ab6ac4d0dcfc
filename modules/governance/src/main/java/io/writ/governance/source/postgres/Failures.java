package io.writ.governance.source.postgres;

import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import java.sql.SQLException;
import java.util.Optional;

/** What an error of the database means for the caller; its text may hold values and stays here. */
final class Failures {

    private static final String QUERY_CANCELED = "57014";
    private static final String SYNTAX_OR_ACCESS = "42";
    private static final String SCHEMA_UNKNOWN = "3F";
    private static final String VALUE_UNFIT = "22";

    private Failures() {}

    static Reading.Failed of(SQLException error) {
        String state = Optional.ofNullable(error.getSQLState()).orElse("");
        if (state.equals(QUERY_CANCELED)) {
            return new Reading.Failed(
                    SourceFailure.TIMEOUT, "the record view did not answer in time; try again or ask for less");
        }
        if (state.startsWith(SYNTAX_OR_ACCESS) || state.startsWith(SCHEMA_UNKNOWN)) {
            return new Reading.Failed(
                    SourceFailure.MISCONFIGURED,
                    "the record view is not what the catalogue says; the operator has to compare them");
        }
        if (state.startsWith(VALUE_UNFIT)) {
            return new Reading.Failed(SourceFailure.INVALID, "a value does not fit its field");
        }
        return new Reading.Failed(SourceFailure.DOWN, "the record views cannot be reached; try again later");
    }
}
