package io.writ.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What does not hold: the first offending entry of each lane, and records that no entry stands for. */
final class Findings {

    /** A report is read by a person; past this number only the count matters. */
    private static final int RECORDS_NAMED_MAX = 20;

    private final SortedMap<Long, Offence> byLane = new TreeMap<>();
    private final List<UUID> recordsWithoutEntry = new ArrayList<>();
    private long recordsWithoutEntryCount;
    private final List<String> inTree = new ArrayList<>();

    /** Notes an offence; seq 0 means the lane itself. */
    void inLane(long lane, long seq, String what) {
        byLane.merge(lane, new Offence(seq, what), (known, other) -> known.seq() <= other.seq() ? known : other);
    }

    void recordWithoutEntry(UUID recordId) {
        recordsWithoutEntryCount++;
        if (recordsWithoutEntry.size() < RECORDS_NAMED_MAX) {
            recordsWithoutEntry.add(recordId);
        }
    }

    void inTree(String what) {
        inTree.add("tree: " + what);
    }

    List<String> sentences() {
        var sentences = new ArrayList<String>();
        byLane.forEach((lane, offence) -> sentences.add(offence.sentence(lane)));
        recordsWithoutEntry.forEach(record -> sentences.add("record " + record + ": no entry stands for it"));
        if (recordsWithoutEntryCount > recordsWithoutEntry.size()) {
            sentences.add(recordsWithoutEntryCount + " records without an entry in all");
        }
        sentences.addAll(inTree);
        return sentences;
    }

    private record Offence(long seq, String what) {

        String sentence(long lane) {
            return seq == 0 ? "lane " + lane + ": " + what : "lane " + lane + ", entry " + seq + ": " + what;
        }
    }
}
