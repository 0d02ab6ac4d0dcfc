package io.writ.governance.source.filesystem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/**
 * What a file looks like from outside. Equal stamps mean unchanged content.
 *
 * @param changedAt when content or name last changed. The kernel keeps this time and nobody can set it back, unlike the
 *     modification time, which copying tools restore.
 */
record FileStamp(Path realPath, long size, String fileKey, Instant modifiedAt, Instant changedAt) {

    /** The stamp of a file that is not there. */
    static final FileStamp NONE = new FileStamp(Path.of(""), -1, "", Instant.EPOCH, Instant.EPOCH);

    static FileStamp of(Path realPath) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(realPath, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant modifiedAt = attributes.lastModifiedTime().toInstant();
        Instant changedAt = inodeChangedAt(realPath, modifiedAt);
        return new FileStamp(
                realPath,
                attributes.size(),
                String.valueOf(attributes.fileKey()),
                modifiedAt,
                changedAt.isAfter(modifiedAt) ? changedAt : modifiedAt);
    }

    private static Instant inodeChangedAt(Path path, Instant otherwise) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return otherwise;
        }
        Object changed = Files.getAttribute(path, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
        return changed instanceof FileTime time ? time.toInstant() : otherwise;
    }
}
