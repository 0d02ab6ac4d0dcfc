package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.Retention;
import io.writ.ledger.persistence.MonthRow;
import io.writ.ledger.persistence.MonthSpan;
import io.writ.ledger.persistence.StoredBodies;
import io.writ.ledger.persistence.StoredMonths;
import io.writ.ledger.retention.RecordIds;
import io.writ.ledger.retention.RetiredRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Retires bodies by month: records, evidence and openings go, entries and tree stay, so every proof still holds. A notice
 * in the log names what went, with the root over the leaves of all of it, so that it is told from what is missing.
 */
public final class LedgerRetention {

    /** Only who records into an old month waits for its end, or makes this wait. */
    private static final Duration CLOSE_WAIT_MAX = Duration.ofSeconds(5);

    /** Whoever records waits behind us while we wait for whoever reads: a call notices a second, and survives it. */
    private static final Duration STOP_MAX = Duration.ofSeconds(1);

    /** PostgreSQL: lock not available, a statement that took too long, and a deadlock with a late writer. */
    private static final Set<String> BUSY = Set.of("55P03", "57014", "40P01");

    private static final String STRAYS = "rows of these months came before their partition was made, and are still in a"
            + " default partition (writ.decision_default and its like): './writ migrate' moves them, then repeat";

    private static final String SESSION = "session";

    private static final String NODE = "writ ledger retain";

    private final DataSource owner;
    private final Clock clock;

    /** Over a database that is entered as its owner. */
    public LedgerRetention(DataSource owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    /** What would go of the months that had ended by then. Changes nothing. */
    public RetentionOutcome preview(Instant before) {
        return retire(before, false);
    }

    /** Takes it away. */
    public RetentionOutcome retire(Instant before) {
        return retire(before, true);
    }

    private RetentionOutcome retire(Instant before, boolean reallyDo) {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            RetentionOutcome outcome = new Attempt(connection, before).make(reallyDo);
            if (outcome instanceof RetentionOutcome.Retired) {
                connection.commit();
            } else {
                connection.rollback();
            }
            return outcome;
        } catch (SQLException failure) {
            if (BUSY.contains(failure.getSQLState())) {
                return new RetentionOutcome.Refused("somebody else works on these months, perhaps a verification, an"
                        + " export or a backup: repeat when it has ended");
            }
            throw new LedgerException("retiring bodies failed, nothing was retired", failure);
        }
    }

    /** Months that follow each other, with what a notice says of them. */
    private record Retirable(MonthSpan span, BodyFold fold, SortedMap<String, Long> rows) {

        RetiredRange range() {
            return new RetiredRange(
                    span.from(),
                    span.below(),
                    fold.records(),
                    Digest.ofRaw(fold.root().bytes()));
        }
    }

    /** One attempt, in one transaction. */
    private final class Attempt {

        private final Connection connection;
        private final Instant before;
        private final StoredMonths months;
        private final StoredBodies bodies;

        Attempt(Connection connection, Instant before) {
            this.connection = connection;
            this.before = before;
            this.months = new StoredMonths(connection);
            this.bodies = new StoredBodies(connection);
        }

        RetentionOutcome make(boolean reallyDo) throws SQLException {
            if (reallyDo) {
                months.waitForOthers();
            }
            List<MonthSpan> ended = MonthSpan.of(months.endedBy(before));
            if (ended.isEmpty()) {
                return new RetentionOutcome.Nothing();
            }
            Optional<StoredBodies.Covering> checkpoint = bodies.newestCheckpoint();
            if (checkpoint.isEmpty()) {
                return new RetentionOutcome.Refused(
                        "there is no checkpoint that could prove what was retired: let a server with WRIT_LEDGER_KEY run");
            }
            if (reallyDo) {
                // Whoever recorded into an old month while it is read must not go with it: its leaf is not under the
                // root.
                months.close(partitions(ended), CLOSE_WAIT_MAX);
            }
            List<Retirable> found = new ArrayList<>();
            for (MonthSpan span : ended) {
                BodyFold fold = folded(span, checkpoint.get().size());
                if (fold.problem().isPresent()) {
                    return new RetentionOutcome.Refused(fold.problem().get());
                }
                found.add(new Retirable(span, fold, rows(span)));
            }
            RetentionOutcome.Bodies all = all(found);
            Optional<String> obstacle =
                    obstacle(ended.getFirst().from(), ended.getLast().below());
            if (obstacle.isPresent()) {
                return new RetentionOutcome.Refused(obstacle.get());
            }
            if (all.rows().values().stream().allMatch(count -> count == 0)) {
                return new RetentionOutcome.Nothing();
            }
            return reallyDo ? dropped(found, all, checkpoint.get().note()) : new RetentionOutcome.Possible(all);
        }

        private RetentionOutcome dropped(List<Retirable> found, RetentionOutcome.Bodies all, String checkpoint)
                throws SQLException {
            // All that takes its time comes before, so that whoever records is stopped for the dropping alone.
            if (bodies.deleteSessions(all.below()) != all.rows().getOrDefault(SESSION, 0L)) {
                return new RetentionOutcome.Refused("a run of these months ended just now: repeat");
            }
            List<MonthSpan> spans = found.stream().map(Retirable::span).toList();
            List<MonthRow> partitions = partitions(spans);
            months.seize(partitions, STOP_MAX);
            if (months.hasStrays(spans.getFirst().from(), spans.getLast().below())) {
                return new RetentionOutcome.Refused(STRAYS);
            }
            for (MonthRow month : partitions) {
                months.drop(month);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            CommandLane lane = CommandLane.open(connection, NODE, bodies.nextId(), now);
            List<LedgerEntry> entries = new ArrayList<>();
            for (Retirable one : found) {
                SortedMap<String, Long> rows = new TreeMap<>(one.rows());
                if (one.equals(found.getLast())) {
                    // Runs belong to no month: they are told of once.
                    rows.put(SESSION, all.rows().getOrDefault(SESSION, 0L));
                }
                entries.add(noticed(one.range(), rows, checkpoint, now, lane));
            }
            return new RetentionOutcome.Retired(
                    all,
                    entries.stream().map(LedgerEntry::recordId).toList(),
                    entries.getFirst().lane());
        }

        private LedgerEntry noticed(
                RetiredRange range, Map<String, Long> rows, String checkpoint, Instant now, CommandLane lane)
                throws SQLException {
            UUID id = bodies.nextId();
            String user = connection.getMetaData().getUserName();
            byte[] canonical = new Retention(new Envelope(id, now), range, rows, checkpoint, user).canonical();
            bodies.insertNotice(id, EntryKind.RETENTION.number(), now, canonical);
            return lane.append(EntryKind.RETENTION, id, canonical);
        }

        private Optional<String> obstacle(UUID from, UUID below) throws SQLException {
            if (months.hasStrays(from, below)) {
                return Optional.of(STRAYS);
            }
            return bodies.openIntent(from, below)
                    .map(intent -> "intent " + intent
                            + " is still open: it ends by itself when its time has passed, then repeat");
        }

        private BodyFold folded(MonthSpan span, long treeSize) throws SQLException {
            BodyFold fold = new BodyFold();
            for (MonthRow month : span.months()) {
                if (month.parent().equals("decision") && fold.problem().isEmpty()) {
                    bodies.records(month, treeSize, fold);
                }
            }
            return fold;
        }

        private SortedMap<String, Long> rows(MonthSpan span) throws SQLException {
            SortedMap<String, Long> rows = new TreeMap<>();
            for (MonthRow month : span.months()) {
                rows.merge(month.parent(), months.rows(month), Long::sum);
            }
            return rows;
        }

        private RetentionOutcome.Bodies all(List<Retirable> found) throws SQLException {
            Instant from = RecordIds.moment(found.getFirst().span().from());
            Instant below = RecordIds.moment(found.getLast().span().below());
            SortedMap<String, Long> rows = new TreeMap<>(Map.of(SESSION, bodies.sessions(below)));
            List<String> names = new ArrayList<>();
            for (Retirable one : found) {
                one.rows().forEach((table, count) -> rows.merge(table, count, Long::sum));
                one.span().months().forEach(month -> names.add(month.name()));
            }
            return new RetentionOutcome.Bodies(from, below, names, rows);
        }

        private static List<MonthRow> partitions(List<MonthSpan> spans) {
            return spans.stream().flatMap(span -> span.months().stream()).toList();
        }
    }
}
