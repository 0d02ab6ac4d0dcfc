package io.writ.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What does not hold. Of each lane it keeps the first offending entry per verdict, of all else a number that a person
 * reads; the rest is counted, so that memory does not grow with the damage. Several threads may report.
 */
final class Findings {

    /** A report is read by a person; past this number only the count matters. */
    private static final int NAMED_MAX = 20;

    private final SortedMap<Long, Map<Verdict, Offence>> byLane = new TreeMap<>();
    private final List<Finding> records = new ArrayList<>();
    private final List<Finding> others = new ArrayList<>();
    private long unnamed;

    /** Notes an offence; seq 0 means the lane itself. */
    synchronized void inLane(Verdict weight, long lane, long seq, String what) {
        byLane.computeIfAbsent(lane, _ -> new EnumMap<>(Verdict.class))
                .merge(weight, new Offence(seq, what), (known, other) -> known.seq() <= other.seq() ? known : other);
    }

    synchronized void recordWithoutEntry(UUID recordId) {
        atRecord(Verdict.GAP_UNDISCLOSED, recordId, "no entry stands for it");
    }

    /** Notes an offence of a record, or of what is stored beside it. */
    synchronized void atRecord(Verdict verdict, UUID recordId, String what) {
        keep(records, new Finding(verdict, new Place.OfRecord(recordId), what));
    }

    synchronized void add(Finding finding) {
        keep(others, finding);
    }

    /** How many were not kept. */
    synchronized long unnamed() {
        return unnamed;
    }

    /** Lanes in ascending order, then records, then the rest as it was found. */
    synchronized List<Finding> list() {
        var all = new ArrayList<Finding>();
        byLane.forEach((lane, offences) -> offences.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Verdict, Offence> offence) ->
                                offence.getValue().seq())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(offence -> offence.getValue().finding(offence.getKey(), lane))
                .forEach(all::add));
        // Threads report in any order; two verifications of the same log say the same.
        records.stream().sorted(Comparator.comparing(Finding::sentence)).forEach(all::add);
        all.addAll(others);
        return all;
    }

    private void keep(List<Finding> kept, Finding finding) {
        boolean first = kept.stream().noneMatch(known -> known.verdict() == finding.verdict());
        if (first || kept.size() < NAMED_MAX) {
            kept.add(finding);
        } else {
            unnamed++;
        }
    }

    private record Offence(long seq, String what) {

        Finding finding(Verdict weight, long lane) {
            return new Finding(weight, seq == 0 ? new Place.OfLane(lane) : new Place.OfEntry(lane, seq), what);
        }
    }
}
