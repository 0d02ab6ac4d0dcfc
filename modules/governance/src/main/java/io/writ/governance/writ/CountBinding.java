package io.writ.governance.writ;

import io.writ.evidence.Digest;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.IntStream;

/** Holds the entries against what the end of the run counted: nothing that belongs to the run is left out. */
final class CountBinding {

    private static final byte LEAVES = 0x21;

    private CountBinding() {}

    static void check(Node predicate, Records records, Node opened, Node finished) {
        boolean closes = finished.textOrNone("closes").equals(opened.textOrNone("record_id"));
        Broken.unless(closes, Fault.RUN_FINISHED, "ledger.entries");
        // The end counts everything before it, and itself not.
        Node counted = finished.node("run");
        boolean whole = inside(predicate.nodes("decisions")) == counted.number("records") + 1;
        Broken.unless(whole, Fault.RUN_COUNTS, "ledger.entries");
        long units = records.open()
                .filter(record -> !DecisionSummary.isAfterEnd(record.object()))
                .mapToLong(record -> record.nodesOrNone("evidence").size())
                .sum();
        long evidence = counted.number("evidence");
        counted.optionalDigest("leaves_sha256")
                .ifPresent(named -> Broken.unless(
                        leaves(predicate, records, finished).equals(named), Fault.RUN_COUNTS, "ledger.entries"));
        boolean released = records.withheld() == 0 ? units == evidence : units <= evidence;
        Broken.unless(released, Fault.RUN_COUNTS, "ledger.entries");
    }

    /** Of everything before the end, in ascending order; an entry is bound by its leaf even where its record is withheld. */
    private static Digest leaves(Node predicate, Records records, Node finished) {
        List<Node> decisions = predicate.nodes("decisions");
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        leaves.write(LEAVES);
        IntStream.range(0, decisions.size())
                .filter(index ->
                        !DecisionSummary.isAfterEnd(decisions.get(index).object()))
                .mapToObj(index -> records.entries().get(index))
                .filter(entry -> entry.record().filter(finished::equals).isEmpty())
                .map(entry -> entry.leaf().hex())
                .sorted()
                .forEach(leaf -> leaves.writeBytes(new Digest(leaf).bytes()));
        return Digest.of(leaves.toByteArray());
    }

    private static long inside(List<Node> decisions) {
        return decisions.stream()
                .filter(decision -> !DecisionSummary.isAfterEnd(decision.object()))
                .count();
    }
}
