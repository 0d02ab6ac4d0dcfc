package io.writ.ledger.export;

import io.writ.evidence.Digest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Compares a file with what the manifest says of it. */
public final class FileCheck {

    private static final int BUFFER = 1 << 20;

    private final String name;
    private final long bytes;
    private final Digest sha256;
    private final Optional<Region> region;

    FileCheck(String name, long bytes, Digest sha256, Optional<Region> region) {
        this.name = name;
        this.bytes = bytes;
        this.sha256 = sha256;
        this.region = region;
    }

    public String name() {
        return name;
    }

    /** Bytes it should have. */
    public long bytes() {
        return bytes;
    }

    public boolean isMissing() {
        return region.isEmpty();
    }

    /** What is wrong with a file that is there. */
    public Optional<String> problem() throws IOException {
        if (region.isEmpty()) {
            return Optional.empty();
        }
        Region file = region.get();
        if (file.length() != bytes) {
            return Optional.of("it has " + file.length() + " bytes, and the manifest says " + bytes);
        }
        return digest(file).equals(sha256)
                ? Optional.empty()
                : Optional.of("its SHA-256 is not that of the manifest: it was changed after it was exported");
    }

    private static Digest digest(Region file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            long position = 0;
            for (int count = file.read(0, buffer, BUFFER); count > 0; count = file.read(position, buffer, BUFFER)) {
                digest.update(buffer, 0, count);
                position += count;
            }
            return Digest.ofRaw(digest.digest());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}
