package io.writ.cli.policy;

import java.io.Console;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A line that moves while many decisions are evaluated; where nobody watches, a line from time to time. */
final class DecisionProgress implements LongConsumer {

    private static final Duration SILENCE = Duration.ofSeconds(1);
    private static final Duration MOVING = Duration.ofMillis(250);
    private static final Duration LOGGED = Duration.ofSeconds(10);

    private final PrintWriter out;
    private final Clock clock;
    private final boolean terminal;
    private final Instant begin;
    private Instant nextAt;
    private boolean shown;

    DecisionProgress(PrintWriter out, Clock clock, boolean terminal) {
        this.out = out;
        this.clock = clock;
        this.terminal = terminal;
        this.begin = clock.instant();
        this.nextAt = begin.plus(terminal ? SILENCE : LOGGED);
    }

    static DecisionProgress of(PrintWriter out, Clock clock) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new DecisionProgress(out, clock, terminal);
    }

    @Override
    public void accept(long decisions) {
        Instant now = clock.instant();
        if (now.isBefore(nextAt)) {
            return;
        }
        nextAt = now.plus(terminal ? MOVING : LOGGED);
        shown = true;
        double seconds = Duration.between(begin, now).toMillis() / 1000.0;
        String line =
                String.format(Locale.ROOT, "evaluated %,d decisions, %,.0f per second", decisions, decisions / seconds);
        out.print(terminal ? "\r\033[K" + line + " …" : line + "\n");
        out.flush();
    }

    void end() {
        if (shown && terminal) {
            out.print("\r\033[K");
            out.flush();
        }
    }
}
