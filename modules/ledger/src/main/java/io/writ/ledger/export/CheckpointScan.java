package io.writ.ledger.export;

import io.writ.ledger.persistence.CheckpointRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes over the checkpoints by size, and counts them. Not thread-safe. */
final class CheckpointScan {

    private final Iterator<Region> files;
    private @Nullable BufferedReader lines;
    private @Nullable CheckpointRow next;
    private long count;
    private long largest;

    CheckpointScan(List<Region> files) throws IOException {
        this.files = files.iterator();
        this.next = read();
    }

    /** The checkpoint of this size. Those of smaller sizes are passed over for good. */
    @Nullable
    CheckpointRow of(long size) throws IOException {
        while (next != null && next.size() < size) {
            pass();
        }
        CheckpointRow found = next;
        if (found == null || found.size() != size) {
            return null;
        }
        pass();
        return found;
    }

    /** Passes over all that are left. */
    void drain() throws IOException {
        while (next != null) {
            pass();
        }
    }

    /** How many were passed. */
    long count() {
        return count;
    }

    /** The largest size among those. */
    long largest() {
        return largest;
    }

    private void pass() throws IOException {
        if (next != null) {
            count++;
            largest = Math.max(largest, next.size());
            next = read();
        }
    }

    private @Nullable CheckpointRow read() throws IOException {
        while (true) {
            String line = lines == null ? null : lines.readLine();
            if (line != null) {
                return RowLines.checkpoint(line);
            }
            if (!files.hasNext()) {
                return null;
            }
            lines = files.next().lines();
        }
    }
}
