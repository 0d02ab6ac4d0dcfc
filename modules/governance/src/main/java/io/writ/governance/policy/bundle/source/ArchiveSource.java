package io.writ.governance.policy.bundle.source;

import io.writ.evidence.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A bundle archive in the file system. Replace it by renaming another file over it. */
final class ArchiveSource implements BundleSource {

    private final Path path;

    ArchiveSource(Path path) {
        this.path = path;
    }

    @Override
    public Look look(Optional<Edition> active) {
        byte[] archive;
        try (InputStream file = Files.newInputStream(path)) {
            archive = file.readNBytes(BundleLimits.ARCHIVE_BYTES_MAX + 1);
        } catch (IOException unreadable) {
            return new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle file cannot be read");
        }
        return found(archive, Optional.empty(), active);
    }

    @Override
    public String kind() {
        return "file";
    }

    /** Unpacks what was read, unless it is what is in force. */
    static Look found(byte[] archive, Optional<String> etag, Optional<Edition> active) {
        if (archive.length > BundleLimits.ARCHIVE_BYTES_MAX) {
            return new Look.Failed(BundleFlaw.TOO_LARGE, "the bundle archive is larger than a bundle may be");
        }
        Edition edition = new Edition(etag, Digest.of(archive));
        if (active.map(Edition::fingerprint).equals(Optional.of(edition.fingerprint()))) {
            return new Look.Unchanged();
        }
        try {
            return new Look.Found(TarArchive.read(archive), edition);
        } catch (BundleRefused unreadable) {
            return new Look.Failed(unreadable.flaw(), unreadable.problem());
        }
    }
}
