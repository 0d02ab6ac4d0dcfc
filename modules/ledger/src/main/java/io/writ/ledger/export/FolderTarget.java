package io.writ.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** A directory with one file beside the other. */
final class FolderTarget implements ExportTarget {

    private final Path unfinished;
    private final Path place;
    private boolean finished;

    private FolderTarget(Path unfinished, Path place) {
        this.unfinished = unfinished;
        this.place = place;
    }

    static FolderTarget begin(Path unfinished, Path place) throws IOException {
        Files.createDirectory(unfinished);
        return new FolderTarget(unfinished, place);
    }

    @Override
    public OutputStream begin(String name) throws IOException {
        return Files.newOutputStream(unfinished.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void finish() throws IOException {
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                force(file);
            }
        }
        Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
        finished = true;
    }

    @Override
    public void close() throws IOException {
        if (finished || !Files.isDirectory(unfinished)) {
            return;
        }
        try (Stream<Path> files = Files.list(unfinished)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(unfinished);
    }

    /** What was moved into place must not be lost to a power cut afterwards. */
    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
