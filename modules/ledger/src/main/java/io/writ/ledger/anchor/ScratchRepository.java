package io.writ.ledger.anchor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A repository for one exchange with a remote, gone afterwards. It is on disk because only there JGit remembers where a
 * shallow history ends.
 */
final class ScratchRepository implements AutoCloseable {

    private final Path folder;
    private final Repository repository;

    private ScratchRepository(Path folder, Repository repository) {
        this.folder = folder;
        this.repository = repository;
    }

    static ScratchRepository create() throws IOException {
        Path folder = Files.createTempDirectory("writ-anchor-");
        Repository repository =
                new FileRepositoryBuilder().setGitDir(folder.toFile()).setBare().build();
        repository.create(true);
        return new ScratchRepository(folder, repository);
    }

    Repository repository() {
        return repository;
    }

    @Override
    public void close() {
        repository.close();
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException("the folder " + folder + " could not be removed", left);
        }
    }
}
