package io.writ.ledger.anchor;

import io.writ.ledger.signing.Checkpoint;
import io.writ.ledger.signing.SignatureLine;
import io.writ.ledger.signing.SignedNote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;

/**
 * A directory, best one whose storage refuses changes. Each checkpoint is a new file; none is ever changed, renamed or
 * deleted. The directory itself is never created: an empty mount point must not pass for an empty anchor.
 */
final class DirectoryAnchor implements Anchor {

    /** A file may be half written by a crash and cannot be replaced, so the same checkpoint gets another name. */
    private static final int NAMES_MAX = 10;

    private final String name;
    private final Path root;

    DirectoryAnchor(String name, Path root) {
        this.name = name;
        this.root = root;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public AnchorReading read(LogTrust trust) {
        if (!Files.isDirectory(root)) {
            throw new AnchorException("the directory " + root + " is not there");
        }
        return new CheckpointFiles(root.resolve(SafeName.of(trust.origin()))).newest(trust);
    }

    @Override
    public List<SignatureLine> publish(SignedNote checkpoint, LogHistory log) {
        Standing.require(read(log.trust()), name, log);
        Checkpoint published = Checkpoint.parse(checkpoint.text());
        Path shelf = root.resolve(SafeName.of(published.origin())).resolve(CheckpointFiles.shelf(published.size()));
        try {
            Files.createDirectories(shelf);
            for (int attempt = 0; attempt < NAMES_MAX; attempt++) {
                Path file = shelf.resolve(CheckpointFiles.file(published.size(), attempt));
                if (isKept(file, checkpoint, log.trust())) {
                    persistName(shelf);
                    return List.of();
                }
            }
        } catch (IOException failure) {
            throw AnchorException.of("checkpoint " + published.size() + " could not be written to " + shelf, failure);
        }
        throw new AnchorException(String.format(
                Locale.ROOT, "all %d names of checkpoint %d in %s are taken", NAMES_MAX, published.size(), shelf));
    }

    /** Whether the file holds the checkpoint now; false when something unusable holds its name. */
    private static boolean isKept(Path file, SignedNote checkpoint, LogTrust trust) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer text = ByteBuffer.wrap(checkpoint.written().getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException taken) {
            return CheckpointFiles.judge(file, trust) instanceof Judgement.Believed(var other)
                    && other.checkpoint().equals(Checkpoint.parse(checkpoint.text()));
        }
        return true;
    }

    /** A file that is on disk under a name that is not would be gone after a power cut. */
    private static void persistName(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Not every file system lets a directory be forced; those that need it do.
            return;
        }
    }
}
