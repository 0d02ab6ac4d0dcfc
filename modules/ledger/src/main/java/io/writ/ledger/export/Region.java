package io.writ.ledger.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of one file of an export, wherever they lie. Several threads may read.
 *
 * @param channel of the file on disk
 * @param offset where the region begins in it
 */
record Region(String name, FileChannel channel, long offset, long length) {

    private static final int BUFFER = 1 << 20;

    /** Fills the array from a position; tells how many bytes were there. */
    int read(long position, byte[] target, int wanted) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, (int) Math.min(wanted, Math.max(0, length - position)));
        while (buffer.hasRemaining() && channel.read(buffer, offset + position + buffer.position()) > 0) {
            // A read may bring less than was asked for.
        }
        return buffer.position();
    }

    /** Fills the array, or finds the file cut off. */
    void readFully(long position, byte[] target) throws IOException {
        if (read(position, target, target.length) < target.length) {
            throw new ExportException(name, "it ends in the middle of something, at byte " + length);
        }
    }

    /** Its lines of text. */
    BufferedReader lines() {
        return new BufferedReader(new InputStreamReader(stream(), StandardCharsets.UTF_8), BUFFER);
    }

    private InputStream stream() {
        return new InputStream() {
            private long position;

            @Override
            public int read() throws IOException {
                byte[] single = new byte[1];
                return read(single, 0, 1) == 1 ? single[0] & 0xff : -1;
            }

            @Override
            public int read(byte[] target, int from, int wanted) throws IOException {
                int rest = (int) Math.min(wanted, length - position);
                if (rest <= 0) {
                    return -1;
                }
                int count = channel.read(ByteBuffer.wrap(target, from, rest), offset + position);
                position += Math.max(0, count);
                return count;
            }
        };
    }
}
