package io.writ.governance.source.filesystem;

import io.writ.governance.source.catalogue.Catalogue;
import io.writ.governance.source.catalogue.Collection;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Lists the documents below the root, by object id, without reading them. What belongs to no collection is passed over,
 * and so is a link that leads out of the root or into another collection: it would carry a wrong label.
 */
final class CorpusWalk {

    /** Walked once a second and held in memory; past this a corpus needs an index, which this source is not. */
    static final int FILES_MAX = 10_000;

    private final Path root;
    private final Catalogue catalogue;
    private final Map<String, FileStamp> found = new TreeMap<>();
    private int seen;

    private CorpusWalk(Path root, Catalogue catalogue) {
        this.root = root;
        this.catalogue = catalogue;
    }

    /** The stamps of all documents. */
    static Map<String, FileStamp> of(Path root, Catalogue catalogue) throws IOException {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new NotDirectoryException(root.toString());
        }
        CorpusWalk walk = new CorpusWalk(root.toRealPath(), catalogue);
        Files.walkFileTree(walk.root, walk.new Visitor());
        return walk.found;
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (++seen > FILES_MAX) {
                throw new CorpusTooLargeException(
                        "the corpus has more than " + FILES_MAX + " files; split it or move some out");
            }
            String objectId = objectId(file);
            Optional<Collection> collection = catalogue.collectionOf(objectId);
            if (collection.isPresent()) {
                note(objectId, file, attributes, collection.get());
            }
            return FileVisitResult.CONTINUE;
        }

        /** A file that vanished or is locked between listing and looking; the next walk looks again. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (file.equals(root)) {
                throw failure;
            }
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }

    private void note(String objectId, Path file, BasicFileAttributes attributes, Collection collection)
            throws IOException {
        try {
            Path real = attributes.isSymbolicLink() ? file.toRealPath() : file;
            boolean inside = real.startsWith(root)
                    && catalogue
                            .collectionOf(objectId(real))
                            .filter(collection::equals)
                            .isPresent();
            if (inside && Files.isRegularFile(real)) {
                found.put(objectId, FileStamp.of(real));
            }
        } catch (NoSuchFileException vanished) {
            found.remove(objectId);
        }
    }

    private String objectId(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
