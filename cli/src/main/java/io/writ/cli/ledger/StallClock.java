package io.writ.cli.ledger;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a log that is quiet from one that stands still. A quiet one does not grow either, so growth tells nothing: it
 * stands still when it cannot be asked, or when entries wait for a checkpoint, for longer than they may.
 */
final class StallClock {

    private static final String LAG = "writ_ledger_inclusion_lag_seconds ";

    private final LedgerClient client;
    private final Duration patience;
    private Instant lastClear;

    StallClock(LedgerClient client, Duration patience, Instant now) {
        this.client = client;
        this.patience = patience;
        this.lastClear = now;
    }

    /** What follows from a look, with the time taken into account. */
    Sight judge(Sight sight, Instant now) {
        return switch (sight) {
            case Sight.Fine fine -> {
                lastClear = now;
                yield lag().filter(lag -> lag.compareTo(patience) > 0)
                        .<Sight>map(lag -> new Sight.Broken(
                                Sight.Alarm.STALL,
                                "entries wait for a checkpoint since " + lag.toSeconds() + " seconds, and may wait "
                                        + patience.toSeconds()))
                        .orElse(fine);
            }
            case Sight.Unclear(var told) ->
                Duration.between(lastClear, now).compareTo(patience) > 0
                        ? new Sight.Broken(Sight.Alarm.STALL, "since " + patience.toSeconds() + " seconds " + told)
                        : sight;
            case Sight.Broken broken -> broken;
        };
    }

    /** How long the oldest entry waits, as the server's metrics tell; empty where they are not shown to us. */
    private Optional<Duration> lag() {
        try {
            LedgerClient.Answer metrics = client.get("metrics");
            return metrics.body()
                    .lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(LAG))
                    .map(line -> Double.parseDouble(line.substring(LAG.length()).strip()))
                    .map(seconds -> Duration.ofMillis((long) (seconds * 1000)))
                    .findFirst();
        } catch (IOException | NumberFormatException untold) {
            return Optional.empty();
        }
    }
}
