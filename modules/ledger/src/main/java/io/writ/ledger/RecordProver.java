package io.writ.ledger;

import io.writ.evidence.Digest;
import io.writ.ledger.export.ExportSnapshot;
import io.writ.ledger.merkle.InclusionProof;
import io.writ.ledger.merkle.RightEdge;
import io.writ.ledger.merkle.Subtrees;
import io.writ.ledger.merkle.TreeHash;
import io.writ.ledger.persistence.CheckpointRow;
import io.writ.ledger.persistence.DatabaseSnapshot;
import io.writ.ledger.persistence.EntryView;
import io.writ.ledger.persistence.LeafVisitor;
import io.writ.ledger.persistence.LogSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Proves that records stand in a log, from the database or from an export. It reads the whole log twice, which takes
 * seconds for a million entries; a running server proves one record in milliseconds.
 */
public final class RecordProver {

    private final LogSnapshot log;

    private RecordProver(LogSnapshot log) {
        this.log = log;
    }

    /** One proof for each record that has this id, or that belongs to the run with this id; in the order of the tree. */
    public static List<RecordProof> inDatabase(DataSource allTenants, String id) {
        try (DatabaseSnapshot snapshot = DatabaseSnapshot.of(allTenants, 1)) {
            return new RecordProver(snapshot).proofs(id);
        } catch (SQLException | IOException failure) {
            throw new LedgerException("proving " + id + " could not be finished", failure);
        }
    }

    /** The same from an export that begins with the log. */
    public static List<RecordProof> inExport(Path export, String id) {
        try (ExportSnapshot snapshot = ExportSnapshot.open(export)) {
            if (snapshot.treeStart().isPresent()) {
                throw new LedgerException("the export " + export + " begins behind size "
                        + snapshot.treeStart().get().size() + ", and a proof needs the tree from its first leaf on");
            }
            return new RecordProver(snapshot).proofs(id);
        } catch (SQLException | IOException failure) {
            throw new LedgerException("proving " + id + " could not be finished", failure);
        }
    }

    private List<RecordProof> proofs(String id) throws IOException, SQLException {
        Map<EntrySearch.Place, EntrySearch.Found> records = new EntrySearch(id).in(log);
        var leaves = new LeafSearch(records.keySet());
        log.leaves(leaves);
        Optional<String> checkpoint = leaves.newest();
        if (checkpoint.isEmpty() || leaves.places().isEmpty()) {
            return List.of();
        }
        var subtrees = new Wanted();
        leaves.places().values().forEach(index -> InclusionProof.of(index, leaves.size(), subtrees));
        log.leaves(subtrees);
        return leaves.places().entrySet().stream()
                .map(place -> proof(
                        Optional.ofNullable(records.get(place.getKey())).orElseThrow(),
                        InclusionProof.of(place.getValue(), leaves.size(), subtrees),
                        checkpoint.get()))
                .toList();
    }

    private static RecordProof proof(EntrySearch.Found found, InclusionProof proof, String checkpoint) {
        List<Digest> path =
                proof.path().stream().map(hash -> Digest.ofRaw(hash.bytes())).toList();
        var proven = new InclusionOutcome.Proven(
                found.entry(), found.previous(), proof.index(), proof.size(), path, checkpoint);
        return new RecordProof(proven, found.canonical());
    }

    /** First hears which subtrees are wanted, then finds them while the leaves go by, then tells them. */
    private static final class Wanted implements Subtrees, LeafVisitor {

        private static final TreeHash NOT_YET = TreeHash.ofEmptyTree();

        private final Map<Node, TreeHash> hashes = new HashMap<>();
        private final RightEdge edge = RightEdge.empty();

        private record Node(int level, long index) {}

        @Override
        public TreeHash perfect(int level, long index) {
            return hashes.computeIfAbsent(new Node(level, index), _ -> NOT_YET);
        }

        @Override
        public boolean visit(long index, EntryView entry, @Nullable CheckpointRow checkpoint) {
            edge.append(
                    TreeHash.leaf(entry.entry()),
                    (level, node, hash) -> hashes.computeIfPresent(new Node(level, node), (_, _) -> hash));
            return true;
        }
    }
}
