package io.writ.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** One uncompressed tar file (POSIX ustar), which any tar takes apart. The size of each file is written when it is known. */
final class TarTarget implements ExportTarget {

    private final FileChannel channel;
    private final Path unfinished;
    private final Path place;
    private boolean finished;

    private TarTarget(FileChannel channel, Path unfinished, Path place) {
        this.channel = channel;
        this.unfinished = unfinished;
        this.place = place;
    }

    static TarTarget begin(Path unfinished, Path place) throws IOException {
        FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new TarTarget(channel, unfinished, place);
    }

    @Override
    public OutputStream begin(String name) throws IOException {
        long header = channel.position();
        write(ByteBuffer.wrap(TarHeader.of(name, 0)));
        return new Member(name, header);
    }

    @Override
    public void finish() throws IOException {
        write(ByteBuffer.allocate(2 * TarHeader.BLOCK));
        channel.force(true);
        channel.close();
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
        if (!finished) {
            Files.deleteIfExists(unfinished);
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** One file in the archive. */
    private final class Member extends OutputStream {

        private final String name;
        private final long header;
        private boolean closed;

        private Member(String name, long header) {
            this.name = name;
            this.header = header;
        }

        @Override
        public void write(int single) throws IOException {
            write(new byte[] {(byte) single}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            TarTarget.this.write(ByteBuffer.wrap(bytes, from, length));
        }

        @Override
        public void close() throws IOException {
            if (closed || !channel.isOpen()) {
                return;
            }
            closed = true;
            long size = channel.position() - header - TarHeader.BLOCK;
            TarTarget.this.write(ByteBuffer.allocate(TarHeader.padding(size)));
            channel.write(ByteBuffer.wrap(TarHeader.of(name, size)), header);
        }
    }
}
