package io.writ.ledger.tree;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.AnchorState;
import io.writ.ledger.LedgerAnchors;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What this process knows of its anchors. Each change of state is logged once, however often it is found again. */
final class AnchorBoard implements LedgerAnchors {

    private static final Logger LOG = System.getLogger(AnchorBoard.class.getName());

    private final Clock clock;
    private final Duration lagMax;
    private final boolean configured;
    private final Map<String, Standing> anchors = new ConcurrentSkipListMap<>();
    private final AtomicBoolean doubted = new AtomicBoolean();
    private final AtomicReference<List<String>> standstill = new AtomicReference<>(List.of());
    private final AtomicReference<Instant> standingBy = new AtomicReference<>(Instant.MAX);

    AnchorBoard(AnchorConfig config, Clock clock) {
        this.clock = clock;
        this.lagMax = config.lagMax();
        this.configured = !config.anchors().isEmpty();
    }

    /** One anchor; a problem is there until something was published again. */
    private record Standing(
            long published,
            long failures,
            @Nullable Instant behindSince,
            @Nullable String problem) {
        private static final Standing UNKNOWN = new Standing(0, 0, null, null);
    }

    /** There is a checkpoint of this size that the anchor may not have yet. */
    void offered(String anchor, long size) {
        anchors.compute(anchor, (_, known) -> {
            Standing now = known == null ? Standing.UNKNOWN : known;
            boolean behind = size > now.published() && now.behindSince() == null;
            return behind ? new Standing(now.published(), now.failures(), clock.instant(), now.problem()) : now;
        });
    }

    void published(String anchor, long size) {
        anchors.compute(anchor, (_, known) -> {
            Standing now = known == null ? Standing.UNKNOWN : known;
            if (now.problem() != null) {
                LOG.log(Level.INFO, "anchor {0} takes checkpoints again, at {1} leaves", anchor, size);
            }
            return new Standing(size, now.failures(), null, null);
        });
    }

    void failed(String anchor, String problem) {
        anchors.compute(anchor, (_, known) -> {
            Standing now = known == null ? Standing.UNKNOWN : known;
            if (!problem.equals(now.problem())) {
                LOG.log(Level.WARNING, "anchor {0} did not take a checkpoint: {1}", anchor, problem);
            }
            return new Standing(now.published(), now.failures() + 1, now.behindSince(), problem);
        });
    }

    /** An anchor holds what the database does not lead to. */
    void contradicted(String anchor, String problem) {
        failed(anchor, problem);
        doubted.set(true);
    }

    boolean isDoubted() {
        return doubted.get();
    }

    void believes() {
        doubted.set(false);
    }

    /** Another process leads: what this one knew of the anchor is old. */
    void follows(String anchor) {
        anchors.computeIfPresent(anchor, (_, known) -> new Standing(0, known.failures(), null, null));
    }

    /** The tree stands still for these reasons; none when it does not. */
    void standsStill(List<String> reasons) {
        standingBy.set(Instant.MAX);
        List<String> before = standstill.getAndSet(List.copyOf(reasons));
        if (!before.equals(reasons)) {
            reasons.forEach(reason -> LOG.log(Level.ERROR, reason));
        }
    }

    /**
     * Another process has the lock. If it has it for longer than a consultation takes it leads, and what kept this process
     * from leading keeps nobody waiting.
     */
    void standsBy() {
        Instant now = clock.instant();
        Instant since = standingBy.updateAndGet(known -> known.isAfter(now) ? now : known);
        if (since.plus(AnchorConsultation.PATIENCE.multipliedBy(2)).isBefore(now)) {
            standstill.set(List.of());
        }
    }

    @Override
    public boolean isConfigured() {
        return configured;
    }

    @Override
    public List<AnchorState> states() {
        List<AnchorState> states = new ArrayList<>();
        anchors.forEach((name, anchor) -> states.add(new AnchorState(
                name, anchor.published(), anchor.failures(), lag(anchor), Optional.ofNullable(anchor.problem()))));
        return states;
    }

    @Override
    public List<String> refusals() {
        return standstill.get();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>(standstill.get());
        anchors.forEach((name, anchor) -> {
            Duration lag = lag(anchor);
            if (lag.compareTo(lagMax) > 0) {
                problems.add("anchor " + name + " is behind for " + lag.toSeconds() + " s, and " + lagMax.toSeconds()
                        + " s are allowed" + reason(anchor));
            }
        });
        return problems;
    }

    private Duration lag(Standing anchor) {
        Instant since = anchor.behindSince();
        return since == null ? Duration.ZERO : Duration.between(since, clock.instant());
    }

    private static String reason(Standing anchor) {
        return anchor.problem() == null ? "" : ": " + anchor.problem();
    }
}
