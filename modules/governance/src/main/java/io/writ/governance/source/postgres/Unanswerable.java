package io.writ.governance.source.postgres;

import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceFailure;
import java.io.Serial;

/** Leaves the writing of a statement that must not be run; {@link PostgresSource} turns it into a value. */
final class Unanswerable extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final SourceFailure failure;

    Unanswerable(SourceFailure failure, String sentence) {
        // Caught a few frames up: a stack trace would only cost.
        super(sentence, null, false, false);
        this.failure = failure;
    }

    static Unanswerable invalid(String sentence) {
        return new Unanswerable(SourceFailure.INVALID, sentence);
    }

    Reading.Failed reading() {
        return new Reading.Failed(failure, String.valueOf(getMessage()));
    }
}
