package io.writ.cli.ledger;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongConsumer;

/** One line that is rewritten while a long export runs; a short one stays silent. */
final class RowsLine implements LongConsumer {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Clock clock;
    private final Instant begin;
    private Instant nextAt;
    private long rows;
    private boolean shown;

    RowsLine(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begin = clock.instant();
        this.nextAt = begin.plus(SILENCE);
    }

    @Override
    public void accept(long more) {
        rows += more;
        Instant now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(INTERVAL);
        shown = true;
        long perSecond = rows * 1000 / Math.max(1, Duration.between(begin, now).toMillis());
        out.printf(Locale.ROOT, "\rwritten %,d entries and records, %,d per second …", rows, perSecond);
        out.flush();
    }

    void end() {
        if (shown) {
            out.println();
            out.flush();
        }
    }
}
