package io.writ.ledger;

import io.writ.ledger.retention.RecordIds;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Holds what is empty beside records against what erasures in the log say they emptied. Which of them emptied what is
 * written nowhere, so they are counted: of a tenant no more may be empty than was emptied later. Memory grows with hours in
 * which something was emptied. Several threads may report.
 */
final class Emptied {

    /** A record's id has the time of a node, that of an erasure the time of the database; each may be an hour off. */
    private static final long HOURS_APART = 2;

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    /** What can be emptied. */
    enum Kind {
        POLICY_INPUT("policy_inputs", "policy input"),
        CONTENT("evidence", "content of an evidence unit");

        private final String wireName;
        private final String words;

        Kind(String wireName, String words) {
            this.wireName = wireName;
            this.words = words;
        }

        /** The member of an erasure that counts it. */
        String wireName() {
            return wireName;
        }

        String words() {
            return words;
        }
    }

    private record Account(String tenant, Kind kind) {}

    /** What is empty of one hour, with the smallest id of it. */
    private record Hole(long count, UUID first) {
        private static Hole both(Hole one, Hole other) {
            boolean smaller = one.first.toString().compareTo(other.first.toString()) <= 0;
            return new Hole(one.count + other.count, smaller ? one.first : other.first);
        }
    }

    private final Map<Account, NavigableMap<Long, Hole>> empty = new HashMap<>();
    private final Map<Account, NavigableMap<Long, Long>> told = new HashMap<>();
    private long total;

    /** Beside a record something is empty. */
    synchronized void empty(String tenant, Kind kind, UUID recordId) {
        total++;
        empty.computeIfAbsent(new Account(tenant, kind), _ -> new TreeMap<>())
                .merge(hour(recordId), new Hole(1, recordId), Hole::both);
    }

    /** An erasure says how much it emptied. */
    synchronized void erased(String tenant, Kind kind, UUID erasureId, long count) {
        told.computeIfAbsent(new Account(tenant, kind), _ -> new TreeMap<>()).merge(hour(erasureId), count, Long::sum);
    }

    /** Reports what no erasure accounts for; returns how much is empty. */
    synchronized long conclude(Findings findings) {
        empty.entrySet().stream()
                .sorted(Comparator.comparing(account -> account.getKey().toString()))
                .forEach(account -> conclude(account.getKey(), account.getValue(), findings));
        return total;
    }

    private void conclude(Account account, NavigableMap<Long, Hole> holes, Findings findings) {
        Iterator<Map.Entry<Long, Long>> erasures = told.getOrDefault(account, new TreeMap<>())
                .descendingMap()
                .entrySet()
                .iterator();
        Map.Entry<Long, Long> erasure = erasures.hasNext() ? erasures.next() : null;
        long gone = 0;
        long accounted = 0;
        for (Map.Entry<Long, Hole> hole : holes.descendingMap().entrySet()) {
            gone += hole.getValue().count();
            while (erasure != null && erasure.getKey() >= hole.getKey() - HOURS_APART) {
                accounted += erasure.getValue();
                erasure = erasures.hasNext() ? erasures.next() : null;
            }
            if (gone > accounted) {
                findings.atRecord(
                        Verdict.GAP_UNDISCLOSED,
                        hole.getValue().first(),
                        "its " + account.kind().words() + " is gone: from its hour on " + gone + " of tenant "
                                + account.tenant() + " are, and erasures in the log account for " + accounted);
                return;
            }
        }
    }

    private static long hour(UUID recordId) {
        return RecordIds.moment(recordId).toEpochMilli() / HOUR_MILLIS;
    }
}
