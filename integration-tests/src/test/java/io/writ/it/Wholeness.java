package io.writ.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.writ.ledger.LedgerVerifier;
import io.writ.ledger.VerificationReport;
import java.time.Duration;
import java.util.List;

/** Nothing acknowledged is lost, unchained or outside the tree, and the whole log verifies. */
record Wholeness(Cluster cluster) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Acknowledged calls that have one decision, one entry, their evidence, and a place in the tree. */
    private static final String WHOLE = """
            select count(*)::text from unnest(string_to_array(?, ',')::uuid[]) as id
             where (select count(*) from writ.decision d where d.decision_id = id) = 1
               and (select count(*) from writ.evidence v where v.decision_id = id) = 1
               and (select count(*) from writ.ledger_entry e join writ.tree_range r on r.lane = e.lane
                     and e.seq >= r.from_seq and e.seq < r.from_seq + r.n where e.record_id = id) = 1""";

    private static final String OUTSIDE_THE_TREE = """
            select ((select count(*) from writ.ledger_entry)
                 - (select coalesce(max(size), 0) from writ.tree_checkpoint))::text where ? = ''""";

    private static final String ENTRIES = "select count(*)::text from writ.ledger_entry where ? = ''";

    private static final String TREE_SIZE =
            "select coalesce(max(size), 0)::text from writ.tree_checkpoint where ? = ''";

    void assertWhole(List<String> acknowledged) {
        awaitInclusionOfAll();
        assertThat(acknowledged).isNotEmpty().doesNotHaveDuplicates();
        assertThat(cluster.records().texts(WHOLE, String.join(",", acknowledged)))
                .containsExactly(Integer.toString(acknowledged.size()));
        VerificationReport report = LedgerVerifier.over(
                        cluster.records().database().asAuditor(), (_, _) -> {}, cluster.publicKey())
                .verify();
        assertThat(report.verdict().holds()).as(report.sentences().toString()).isTrue();
    }

    private void awaitInclusionOfAll() {
        Patience.await(
                PATIENCE,
                () -> cluster.records().texts(OUTSIDE_THE_TREE, "") + " entries are outside the tree",
                () -> cluster.records().texts(OUTSIDE_THE_TREE, "").equals(List.of("0")));
    }

    long treeSize() {
        return Long.parseLong(cluster.records().texts(TREE_SIZE, "").getFirst());
    }

    long entries() {
        return Long.parseLong(cluster.records().texts(ENTRIES, "").getFirst());
    }
}
