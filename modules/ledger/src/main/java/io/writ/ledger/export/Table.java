package io.writ.ledger.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Rows of one length in several files, found by their number and by the two numbers they begin with or hold. */
final class Table {

    private final List<Region> files;
    private final int rowLength;
    private final long[] firsts;

    Table(List<Region> files, int rowLength) {
        this.files = files;
        this.rowLength = rowLength;
        this.firsts = new long[files.size() + 1];
        for (int file = 0; file < files.size(); file++) {
            firsts[file + 1] = firsts[file] + files.get(file).length() / rowLength;
        }
    }

    long count() {
        return firsts[files.size()];
    }

    /** Fills the buffer with rows from this one on, as many as fit and lie in the same file; tells how many. */
    int read(long row, byte[] target) throws IOException {
        if (row >= count()) {
            return 0;
        }
        int file = 0;
        while (firsts[file + 1] <= row) {
            file++;
        }
        int fitting = (int) Math.min(target.length / rowLength, firsts[file + 1] - row);
        int bytes = files.get(file).read((row - firsts[file]) * rowLength, target, fitting * rowLength);
        return bytes / rowLength;
    }

    /** Order of a row against what is looked for: negative when the row stands before it. */
    @FunctionalInterface
    interface Order {
        int compare(ByteBuffer row);
    }

    /** The first row that does not stand before what is looked for; the count when all do. */
    long find(Order order) throws IOException {
        byte[] row = new byte[rowLength];
        long low = 0;
        long high = count();
        while (low < high) {
            long middle = (low + high) >>> 1;
            if (read(middle, row) == 1 && order.compare(ByteBuffer.wrap(row)) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Finds by two numbers of eight bytes at the beginning of rows. */
    long find(long first, long second) throws IOException {
        return find(row -> {
            int order = Long.compare(row.getLong(), first);
            return order == 0 ? Long.compare(row.getLong(), second) : order;
        });
    }
}
