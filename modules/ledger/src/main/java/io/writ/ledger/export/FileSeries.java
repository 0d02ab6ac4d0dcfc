package io.writ.ledger.export;

import io.writ.evidence.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of one kind: written one after the other, none longer than a limit, each counted and digested. */
final class FileSeries implements AutoCloseable {

    private static final int BUFFER = 1 << 20;

    private final ExportTarget target;
    private final FileKind kind;
    private final long itemsMax;
    private final long bytesMax;
    private final List<ExportedFile> written = new ArrayList<>();
    private @Nullable Open open;

    /** A series. A file ends when it has this many items, or this many bytes. */
    FileSeries(ExportTarget target, FileKind kind, long itemsMax, long bytesMax) {
        this.target = target;
        this.kind = kind;
        this.itemsMax = itemsMax;
        this.bytesMax = bytesMax;
    }

    /** Begins an item, in the next file if this one is full. */
    OutputStream item(long lane, long seq) throws IOException {
        Open current = open;
        if (current != null && (current.items >= itemsMax || current.bytes >= bytesMax)) {
            close();
            current = null;
        }
        if (current == null) {
            current = new Open(kind.fileName(written.size() + 1), lane, seq);
            open = current;
        }
        current.items++;
        return current;
    }

    /** The files that are finished. */
    List<ExportedFile> files() {
        return List.copyOf(written);
    }

    @Override
    public void close() throws IOException {
        Open current = open;
        if (current != null) {
            open = null;
            current.close();
            written.add(current.file());
        }
    }

    /** The file that is being written. */
    private final class Open extends OutputStream {

        private final String name;
        private final long firstLane;
        private final long firstSeq;
        private final MessageDigest sha256 = sha256();
        private final OutputStream out;
        private long items;
        private long bytes;

        private Open(String name, long firstLane, long firstSeq) throws IOException {
            this.name = name;
            this.firstLane = firstLane;
            this.firstSeq = firstSeq;
            this.out = new BufferedOutputStream(new DigestOutputStream(target.begin(name), sha256), BUFFER);
        }

        @Override
        public void write(int single) throws IOException {
            bytes++;
            out.write(single);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            bytes += length;
            out.write(buffer, from, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }

        private ExportedFile file() {
            return new ExportedFile(kind, name, items, bytes, Digest.ofRaw(sha256.digest()), firstLane, firstSeq);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
