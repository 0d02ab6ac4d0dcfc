package io.writ.governance.writ;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The entries of one run with the records that may be read, after each has been found to be what it says. */
record Records(List<Entry> entries) {

    Records {
        entries = List.copyOf(entries);
    }

    static Records read(Node ledger, Node run) {
        List<Entry> entries = ledger.nodes("entries").stream().map(Entry::read).toList();
        Set<String> ids = new HashSet<>();
        Set<Long> places = new HashSet<>();
        for (Entry entry : entries) {
            boolean once = ids.add(entry.recordId()) && places.add(entry.treeIndex());
            Broken.unless(once, Fault.ENTRY_TWICE, entry.place());
            entry.record().ifPresent(record -> belongs(entry, record, run));
        }
        return new Records(entries);
    }

    /** Records that may be read. */
    Stream<Node> open() {
        return entries.stream().flatMap(entry -> entry.record().stream());
    }

    /** How many may not. */
    long withheld() {
        return entries.stream().filter(entry -> entry.record().isEmpty()).count();
    }

    /** The one record of this event and outcome. */
    Node only(String event, String outcome, Fault otherwise) {
        List<Node> found = open().filter(record -> says(record, event, outcome)).toList();
        Broken.unless(found.size() == 1, otherwise, "ledger.entries");
        return found.getFirst();
    }

    static boolean says(Node record, String event, String outcome) {
        return record.textOrNone("event").equals(event)
                && record.textOrNone("outcome").equals(outcome);
    }

    private static void belongs(Entry entry, Node record, Node run) {
        boolean named = record.textOrNone("record_id").equals(entry.recordId())
                && record.textOrNone("kind").equals(Entry.wireName(entry.kind()));
        Broken.unless(named, Fault.RECORD_NAME, record.place());
        boolean ofThisRun = record.textOrNone("session_id").equals(run.text("session_id"))
                && record.textOrNone("tenant").equals(run.text("tenant"));
        Broken.unless(ofThisRun, Fault.RECORD_FOREIGN, record.place());
    }
}
