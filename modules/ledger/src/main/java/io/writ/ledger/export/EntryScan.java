package io.writ.ledger.export;

import io.writ.ledger.persistence.EntryView;
import java.io.IOException;

/** Goes over the entries from one number to another, a buffer at a time. Not thread-safe. */
final class EntryScan {

    /** Less than a megabyte: it stays near the processor. */
    private static final int ENTRIES_BUFFERED = 4096;

    private final Table entries;
    private final long end;
    private final byte[] buffer;
    private final EntryView view = new EntryView();
    private long nextRead;
    private int filled;
    private int at = -1;

    EntryScan(Table entries, long from, long end) {
        this.entries = entries;
        this.nextRead = from;
        this.end = end;
        this.buffer = new byte[Math.clamp(end - from, 1, ENTRIES_BUFFERED) * EntryView.LENGTH];
        view.over(buffer);
    }

    /** Goes to the next entry; false after the last. */
    boolean next() throws IOException {
        at++;
        if (at == filled) {
            if (nextRead >= end) {
                at = filled - 1;
                return false;
            }
            filled = (int) Math.min(entries.read(nextRead, buffer), end - nextRead);
            if (filled == 0) {
                throw new ExportException("the files of entries end before entry " + (nextRead + 1) + " of " + end);
            }
            nextRead += filled;
            at = 0;
        }
        view.move(at * EntryView.LENGTH);
        return true;
    }

    /** The entry it stands at. */
    EntryView entry() {
        return view;
    }
}
