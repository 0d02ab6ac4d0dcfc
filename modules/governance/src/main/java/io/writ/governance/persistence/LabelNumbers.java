package io.writ.governance.persistence;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * Labels as the session table stores them: numbers whose maximum is the join. They are stored, so they never change;
 * the order of declaration may.
 */
final class LabelNumbers {

    private LabelNumbers() {}

    static int of(Classification classification) {
        return switch (classification) {
            case PUBLIC -> 0;
            case INTERNAL -> 1;
            case CONFIDENTIAL -> 2;
            case RESTRICTED -> 3;
        };
    }

    static int of(OriginTrust origin) {
        return switch (origin) {
            case INTERNAL_REVIEWED -> 0;
            case INTERNAL -> 1;
            case EXTERNAL -> 2;
            case USER_SUPPLIED -> 3;
        };
    }

    /** Reads the columns {@code label_classification} and {@code label_origin}. */
    static Label read(ResultSet row) throws SQLException {
        int classification = row.getInt("label_classification");
        int origin = row.getInt("label_origin");
        return new Label(
                Arrays.stream(Classification.values())
                        .filter(candidate -> of(candidate) == classification)
                        .findFirst()
                        .orElse(Classification.RESTRICTED),
                Arrays.stream(OriginTrust.values())
                        .filter(candidate -> of(candidate) == origin)
                        .findFirst()
                        .orElse(OriginTrust.USER_SUPPLIED));
    }
}
