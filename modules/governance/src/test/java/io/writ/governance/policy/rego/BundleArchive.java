package io.writ.governance.policy.rego;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Reads one file out of the {@code .tar.gz} that {@code opa build} writes. */
final class BundleArchive {

    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_LENGTH = 11;

    private BundleArchive() {}

    static byte[] plan(Path archive) throws IOException {
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(archive)))) {
            for (byte[] header = tar.readNBytes(BLOCK); header.length == BLOCK; header = tar.readNBytes(BLOCK)) {
                String name = text(header, 0, NAME_LENGTH);
                String size = text(header, SIZE_AT, SIZE_LENGTH);
                int length = size.isEmpty() ? 0 : Integer.parseInt(size, 8);
                byte[] content = tar.readNBytes(length);
                tar.skipNBytes((BLOCK - length % BLOCK) % BLOCK);
                if (name.equals("/plan.json")) {
                    return content;
                }
            }
        }
        throw new IOException(archive + " has no plan");
    }

    private static String text(byte[] header, int from, int length) {
        return new String(header, from, length, StandardCharsets.US_ASCII)
                .replace("\0", "")
                .strip();
    }
}
