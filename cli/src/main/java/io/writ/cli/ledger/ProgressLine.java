package io.writ.cli.ledger;

import io.writ.ledger.VerificationProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One line that is rewritten while a long verification runs, and one per phase; a short one stays silent. */
final class ProgressLine implements VerificationProgress {

    private static final Duration SILENCE = Duration.ofSeconds(2);
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Clock clock;
    private final boolean rates;
    private final Instant begin;
    private Instant nextAt;
    private boolean shown;

    /** A line. With {@code rates} every phase tells how fast it was, however short. */
    ProgressLine(PrintWriter out, Clock clock, boolean rates) {
        this.out = out;
        this.clock = clock;
        this.rates = rates;
        this.begin = clock.instant();
        this.nextAt = begin.plus(SILENCE);
    }

    @Override
    public void reached(long entries, long records) {
        Instant now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(INTERVAL);
        shown = true;
        long perSecond = (entries + records)
                * 1000
                / Math.max(1, Duration.between(begin, now).toMillis());
        out.printf(Locale.ROOT, "\rverified %,d entries, %,d records, %,d per second …", entries, records, perSecond);
        out.flush();
    }

    @Override
    public void finished(Phase phase, long items, Duration took) {
        if (!shown && !rates) {
            return;
        }
        end();
        double seconds = took.toNanos() / 1e9;
        out.printf(
                Locale.ROOT,
                "%-8s %,15d %-8s %9.2f s %,15.0f per second%n",
                words(phase),
                items,
                unit(phase),
                seconds,
                items / Math.max(seconds, 1e-9));
        out.flush();
    }

    void end() {
        if (shown) {
            out.println();
            out.flush();
            shown = false;
        }
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case FILES -> "files";
            case CHAINS -> "chains";
            case RECORDS -> "records";
            case ATTACHMENTS -> "attachments";
            case TREE -> "tree";
        };
    }

    private static String unit(Phase phase) {
        return switch (phase) {
            case FILES -> "bytes";
            case CHAINS -> "entries";
            case RECORDS -> "records";
            case ATTACHMENTS -> "attachments";
            case TREE -> "leaves";
        };
    }
}
