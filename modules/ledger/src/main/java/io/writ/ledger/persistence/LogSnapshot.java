package io.writ.ledger.persistence;

import io.writ.evidence.Digest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * One state of a log, wherever it is kept: in a database, or in an export. Whatever verifies does not know which. Its
 * parts may be walked by several threads at the same time.
 */
public interface LogSnapshot {

    /** How much of the log it holds. */
    Coverage coverage();

    /** All lanes, ascending. */
    List<LaneRow> lanes() throws IOException, SQLException;

    /** Where chains begin that do not begin at their genesis, by lane; empty unless the log is shown from a later size. */
    Map<Long, ChainHead> heads();

    /** All entries. */
    List<LogPart<EntryVisitor>> entries() throws IOException, SQLException;

    /** All records that this snapshot has. */
    List<LogPart<RecordVisitor>> records() throws IOException, SQLException;

    /** All records between two ids that this snapshot has, and perhaps others. */
    List<LogPart<RecordVisitor>> records(UUID from, UUID below) throws IOException, SQLException;

    /** Entries beside which no record stands and that {@link #records()} does not show, in the order of record ids. */
    void missing(EntryRowVisitor visitor) throws SQLException;

    /** Entries that are not the only ones of their record. */
    void doubled(EntryRowVisitor visitor) throws IOException, SQLException;

    /** What is stored beside records; none where nothing but records is kept. */
    List<LogPart<AttachmentVisitor>> attachments() throws IOException, SQLException;

    /**
     * What was begun and what ended it, where that can be counted without reading all records; empty where whoever reads
     * them counts.
     */
    Optional<RunRows> runs();

    /** For whoever counts: intents that have no end yet, and until when the server's own table excuses that. */
    Map<UUID, Instant> pending() throws IOException, SQLException;

    /** The tree before its first leaf; empty unless the log is shown from a later size. */
    Optional<TreeStart> treeStart();

    /** The checkpoint of the tree before its first leaf. */
    Optional<CheckpointRow> startCheckpoint() throws IOException, SQLException;

    /** Shows every leaf, with the checkpoint that ends at it, until the visitor has seen enough. */
    void leaves(LeafVisitor visitor) throws IOException, SQLException;

    /** How many checkpoints there are, and the size of the largest. */
    Extent extent() throws IOException, SQLException;

    /** What is stored of a full tile. */
    Optional<TileRow> tile(int level, long index) throws IOException, SQLException;

    /** Which leaf an entry is; empty when it is not in the tree. */
    OptionalLong leafOf(long lane, long seq) throws IOException, SQLException;

    /** Lanes that no sequencer looks at although they are not folded to a seal; none where there is no sequencer. */
    List<Long> unlisted() throws SQLException;

    /** Which entry a range says is this leaf. */
    Optional<Promise> promised(long index) throws IOException, SQLException;

    /**
     * All checkpoints.
     *
     * @param treeSize of the largest one
     */
    record Extent(long checkpoints, long treeSize) {}

    /**
     * A full tile.
     *
     * @param content digest of its bytes
     * @param root the hash over it
     */
    record TileRow(Digest content, Digest root) {}

    /**
     * Where a leaf of the tree is to be found among the entries.
     *
     * @param isEndOfLane whether the lane holds neither it nor anything after it
     */
    record Promise(long lane, long seq, boolean isEndOfLane) {}

    /**
     * The last entry of a lane that is not shown.
     *
     * @param entry its hash
     */
    record ChainHead(long seq, Digest entry) {}

    /**
     * The tree of a checkpoint.
     *
     * @param subtrees its perfect subtrees, largest first
     */
    record TreeStart(long size, List<Digest> subtrees) {
        public TreeStart {
            subtrees = List.copyOf(subtrees);
        }
    }
}
