package io.writ.cli.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The folder of a development database. At most one process holds it. */
final class DevFolder implements AutoCloseable {

    private final Path directory;
    private final FileLock lock;

    private DevFolder(Path directory, FileLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes the folder, or fails when another process has it. */
    static DevFolder open(Path directory) {
        Path folder = directory.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            OwnerOnly.restrict(folder);
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new DatabaseException("the database in " + folder
                        + " is in use by another process: stop that one, or choose another folder");
            }
            return new DevFolder(folder, lock);
        } catch (IOException failure) {
            throw new DatabaseException("the folder " + folder + " cannot be used", failure);
        }
    }

    Path directory() {
        return directory;
    }

    Path data() {
        return data(directory);
    }

    /** Where the server of such a folder keeps its data. */
    static Path data(Path directory) {
        return directory.resolve("data");
    }

    Path binaries() {
        return directory.resolve("binaries");
    }

    Path log() {
        return directory.resolve("server.log");
    }

    Postmaster postmaster() {
        return new Postmaster(data());
    }

    /** Whether a start has once succeeded: then the data is worth keeping. */
    boolean isComplete() {
        return Files.exists(completeMark());
    }

    void markComplete() throws IOException {
        if (!isComplete()) {
            Files.createFile(completeMark());
        }
    }

    /** Removes what an earlier process left behind when it was killed. */
    void clean() throws IOException {
        postmaster().stopOrphan();
        if (!isComplete()) {
            delete(data());
        }
    }

    @Override
    public void close() {
        try {
            // Closing the channel releases the lock.
            lock.acquiredBy().close();
        } catch (IOException failure) {
            throw new DatabaseException("the lock of " + directory + " could not be released", failure);
        }
    }

    private Path completeMark() {
        return directory.resolve("complete");
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> deepestFirst;
        try (var paths = Files.walk(tree)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
