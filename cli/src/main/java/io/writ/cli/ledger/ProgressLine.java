package io.writ.cli.ledger;

import io.writ.ledger.VerificationProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line that is rewritten while a long verification runs; a short one stays silent. */
final class ProgressLine implements VerificationProgress {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Clock clock;
    private Instant nextAt;
    private boolean shown;

    ProgressLine(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.nextAt = clock.instant().plus(SILENCE);
    }

    @Override
    public void reached(long entries, long records) {
        Instant now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(INTERVAL);
        shown = true;
        out.printf(Locale.ROOT, "\rverified %,d entries, %,d records …", entries, records);
        out.flush();
    }

    void end() {
        if (shown) {
            out.println();
            out.flush();
        }
    }
}
