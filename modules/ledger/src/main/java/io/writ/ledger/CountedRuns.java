package io.writ.ledger;

import io.writ.ledger.persistence.RecordMarks;
import io.writ.ledger.persistence.RunRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/** Runs, intents and what ended them, counted in memory. */
final class CountedRuns implements RunRows {

    private static final Comparator<Ending> BY_ID =
            Comparator.comparing(ending -> ending.standing().recordId().toString());

    private final Instant takenAt;
    private final Map<UUID, Instant> pending;
    private final Map<String, Sums> runs = new TreeMap<>();
    private final Map<UUID, Intent> intents = new HashMap<>();
    private final Map<UUID, List<Closing>> closings = new HashMap<>();
    private Instant latest;

    /**
     * Runs of a log.
     *
     * @param takenAt when it says that its state was taken; whoever wants to hide that something is due, says earlier
     */
    CountedRuns(Instant takenAt, Map<UUID, Instant> pending) {
        this.takenAt = takenAt;
        this.latest = takenAt;
        this.pending = Map.copyOf(pending);
    }

    private record Intent(Standing standing, Optional<String> opens, String due) {}

    private record Closing(Ending ending, boolean isGap, Optional<String> run) {}

    private record Sums(boolean opened, long records, long answered, long units) {

        private static final Sums NONE = new Sums(false, 0, 0, 0);

        Sums plus(boolean opens, RecordMarks marks) {
            if (marks.afterEnd()) {
                return new Sums(opened || opens, records, answered, units);
            }
            return new Sums(
                    opened || opens,
                    records + 1,
                    answered + (marks.units().isPresent() ? 1 : 0),
                    units + marks.units().orElse(0));
        }
    }

    /** A record of this time is there, so the state was not taken long before. */
    synchronized void sawTime(Instant occurredAt) {
        latest = occurredAt.isAfter(latest) ? occurredAt : latest;
    }

    Instant takenAt() {
        return takenAt;
    }

    /**
     * When what is open is judged: when the state says that it was taken. One node whose clock is ahead must not make due
     * what the others began; a record of a time that no clock explains shows that the state was taken later.
     */
    synchronized Instant now() {
        return latest.isAfter(takenAt.plus(ClockSkew.MAX)) ? latest : takenAt;
    }

    synchronized void inRun(String session, boolean opens, RecordMarks marks) {
        runs.put(session, runs.getOrDefault(session, Sums.NONE).plus(opens, marks));
    }

    /** An intent; {@code opens} names the run that it opens. */
    synchronized void intent(Standing standing, Optional<String> opens, String due) {
        intents.put(standing.recordId(), new Intent(standing, opens, due));
    }

    synchronized void ending(Ending ending, boolean isGap, Optional<String> run) {
        closings.computeIfAbsent(ending.closes(), _ -> new ArrayList<>()).add(new Closing(ending, isGap, run));
    }

    @Override
    public void runs(Consumer<Run> visitor) {
        Map<String, UUID> opening = new HashMap<>();
        intents.forEach((id, intent) -> intent.opens().ifPresent(session -> opening.put(session, id)));
        runs.forEach((session, sums) -> {
            List<Closing> ends = Optional.ofNullable(opening.get(session))
                    .map(intent -> closings.getOrDefault(intent, List.of()))
                    .orElse(List.of());
            if (ends.isEmpty()) {
                visitor.accept(run(session, sums, Optional.empty()));
            }
            ends.forEach(end -> visitor.accept(run(session, sums, Optional.of(end))));
        });
    }

    @Override
    public void unended(Consumer<Unended> visitor) {
        intents.forEach((id, intent) -> {
            if (!closings.containsKey(id)) {
                visitor.accept(new Unended(
                        intent.standing(),
                        "{\"due_at\":\"" + intent.due() + "\"}",
                        Optional.ofNullable(pending.get(id)),
                        now()));
            }
        });
    }

    @Override
    public void endingsWithoutIntent(Consumer<Ending> visitor) {
        closings.forEach((intent, ends) -> {
            if (!intents.containsKey(intent)) {
                ends.forEach(end -> visitor.accept(end.ending()));
            }
        });
    }

    @Override
    public void furtherEndings(Consumer<Ending> visitor) {
        closings.values()
                .forEach(ends ->
                        ends.stream().map(Closing::ending).sorted(BY_ID).skip(1).forEach(visitor));
    }

    @Override
    public void gaps(Consumer<Ending> visitor) {
        closings.values().stream()
                .flatMap(List::stream)
                .filter(Closing::isGap)
                .map(Closing::ending)
                .sorted(Comparator.comparingLong(
                                (Ending ending) -> ending.standing().lane())
                        .thenComparingLong(ending -> ending.standing().seq()))
                .forEach(visitor);
    }

    @Override
    public Totals totals() {
        List<Closing> all = closings.values().stream().flatMap(List::stream).toList();
        long gaps = all.stream().filter(Closing::isGap).count();
        return new Totals(intents.size(), all.size() - gaps, gaps);
    }

    private static Run run(String session, Sums sums, Optional<Closing> end) {
        return new Run(
                session,
                sums.opened(),
                end.map(closing -> closing.ending().standing()),
                end.map(closing -> closing.run().orElse("{}")),
                sums.records(),
                sums.answered(),
                sums.units());
    }
}
