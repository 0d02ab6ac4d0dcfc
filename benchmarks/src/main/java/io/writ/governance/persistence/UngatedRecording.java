package io.writ.governance.persistence;

import io.writ.governance.RecordingConfig;
import io.writ.ledger.append.Lanes;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;

/**
 * The product's recording behind a gate that is always open and belongs to no session: what is measured is the append
 * alone.
 */
@NullMarked
public final class UngatedRecording implements AutoCloseable {

    private final NoteGate open = new NoteGate(Recordable.ofNoSession());
    private final Way way;
    private final Runnable end;

    private UngatedRecording(Way way, Runnable end) {
        this.way = way;
        this.end = end;
    }

    /** One by one, or in groups. */
    @FunctionalInterface
    private interface Way {
        Attempt<Integer> write(Gate<Integer> gate, Storable decision);
    }

    /** Path T. */
    public static UngatedRecording oneByOne(RecordingTransaction transactions, Lanes lanes, DataSource database) {
        SingleRecording single = new SingleRecording(transactions, lanes, new StoredDecisions(database));
        return new UngatedRecording(single::write, () -> {});
    }

    /** Path G. */
    public static UngatedRecording inGroups(
            RecordingTransaction transactions, Lanes lanes, DataSource database, RecordingConfig config) {
        StoredDecisions stored = new StoredDecisions(database);
        SingleRecording single = new SingleRecording(transactions, lanes, stored);
        GroupRecording groups =
                new GroupRecording(single, new BatchRecording(transactions, lanes, single, stored), config);
        groups.start(config);
        return new UngatedRecording(groups::write, groups::close);
    }

    /** Whether it is durable. */
    public boolean write(Recordable decision) {
        return way.write(open, decision.stored()) instanceof Attempt.Recorded<Integer>;
    }

    @Override
    public void close() {
        end.run();
    }
}
