package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.notice.Envelope;
import io.writ.ledger.notice.Retention;
import io.writ.ledger.persistence.MonthRow;
import io.writ.ledger.persistence.StoredBodies;
import io.writ.ledger.persistence.StoredMonths;
import io.writ.ledger.retention.RetiredRange;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * Retires bodies by month: records, evidence and openings go, entries and tree stay, so every proof still holds. A notice
 * in the log names what went, with the root over the leaves of all of it, so that it is told from what is missing.
 */
public final class LedgerRetention {

    /** Dropping a partition stops whoever records for this moment; a table that is in use is not waited for. */
    private static final Duration LOCK_WAIT_MAX = Duration.ofSeconds(5);

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
            throw new LedgerException("retiring bodies failed, nothing was retired", failure);
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
            List<MonthRow> ended = months.endedBy(before);
            Optional<StoredBodies.Covering> checkpoint = bodies.newestCheckpoint();
            if (ended.isEmpty()) {
                return new RetentionOutcome.Nothing();
            }
            if (checkpoint.isEmpty()) {
                return new RetentionOutcome.Refused(
                        "there is no checkpoint that could prove what was retired: let a server with WRIT_LEDGER_KEY run");
            }
            UUID from = ended.stream()
                    .map(MonthRow::from)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            UUID below = ended.stream()
                    .map(MonthRow::below)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            BodyFold fold = new BodyFold();
            bodies.records(from, below, checkpoint.get().size(), fold);
            if (fold.problem().isPresent()) {
                return new RetentionOutcome.Refused(fold.problem().get());
            }
            Optional<String> open = bodies.openIntent(from, below);
            if (open.isPresent()) {
                return new RetentionOutcome.Refused("intent " + open.get()
                        + " is still open: it ends by itself when its time has passed, then repeat");
            }
            SortedMap<String, Long> rows = rows(ended, below);
            if (rows.values().stream().allMatch(count -> count == 0)) {
                return new RetentionOutcome.Nothing();
            }
            RetentionOutcome.Bodies found = new RetentionOutcome.Bodies(
                    moment(from),
                    moment(below),
                    ended.stream().map(MonthRow::name).toList(),
                    rows);
            if (!reallyDo) {
                return new RetentionOutcome.Possible(found);
            }
            RetiredRange range = new RetiredRange(
                    from, below, fold.records(), Digest.ofRaw(fold.root().bytes()));
            return dropped(ended, found, range, checkpoint.get().note());
        }

        private RetentionOutcome dropped(
                List<MonthRow> ended, RetentionOutcome.Bodies found, RetiredRange range, String checkpoint)
                throws SQLException {
            months.waitAtMost(LOCK_WAIT_MAX.toMillis());
            months.close(ended);
            // Whoever recorded into an old month meanwhile must not go with it: its leaf is not under the root.
            if (!rows(ended, range.below()).equals(new TreeMap<>(found.rows()))) {
                return new RetentionOutcome.Refused("something was recorded into these months just now: repeat");
            }
            bodies.deleteSessions(moment(range.below()));
            for (MonthRow month : ended) {
                months.drop(month);
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            UUID id = bodies.nextId();
            byte[] canonical = new Retention(
                            new Envelope(id, now),
                            range,
                            found.rows(),
                            checkpoint,
                            connection.getMetaData().getUserName())
                    .canonical();
            bodies.insertNotice(id, EntryKind.RETENTION.number(), now, canonical);
            LedgerEntry entry =
                    CommandLane.open(connection, NODE, bodies.nextId(), now).append(EntryKind.RETENTION, id, canonical);
            return new RetentionOutcome.Retired(found, id, entry.lane());
        }

        private SortedMap<String, Long> rows(List<MonthRow> ended, UUID below) throws SQLException {
            SortedMap<String, Long> rows = new TreeMap<>(Map.of("session", bodies.sessions(moment(below))));
            for (MonthRow month : ended) {
                rows.merge(month.parent(), months.rows(month), Long::sum);
            }
            return rows;
        }

        /** Ids begin with their time. */
        private static Instant moment(UUID id) {
            return Instant.ofEpochMilli(id.getMostSignificantBits() >>> Short.SIZE);
        }
    }
}
