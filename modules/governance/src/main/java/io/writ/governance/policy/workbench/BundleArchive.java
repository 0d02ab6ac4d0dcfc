package io.writ.governance.policy.workbench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Reads the few files of a bundle that matter out of a {@code bundle.tar.gz}. Nothing is unpacked to disk. */
final class BundleArchive {

    private static final int BLOCK = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int TYPE_AT = 156;
    private static final Set<String> WANTED = Set.of("plan.json", "data.json", ".manifest");

    private BundleArchive() {}

    static Map<String, byte[]> read(Path archive) {
        Map<String, byte[]> files = new HashMap<>();
        byte[] packed = PolicyFiles.bytes(archive);
        try (InputStream tar = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            long left = PolicyFiles.BYTES_MAX;
            for (byte[] header = tar.readNBytes(BLOCK); isEntry(header); header = tar.readNBytes(BLOCK)) {
                int size = size(header);
                left -= size + BLOCK;
                if (left < 0) {
                    throw new IOException("it unpacks to more than " + PolicyFiles.BYTES_MAX + " bytes");
                }
                byte[] content = tar.readNBytes(size);
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                String name = name(header);
                if (header[TYPE_AT] == '0' && WANTED.contains(name)) {
                    files.put(name, content);
                }
            }
            return files;
        } catch (IOException unreadable) {
            throw new WorkbenchException(
                    archive + " is not a bundle as opa build writes it (" + unreadable.getMessage() + ")", unreadable);
        }
    }

    /** The archive ends with a block of zeros. */
    private static boolean isEntry(byte[] header) {
        return header.length == BLOCK && header[0] != 0;
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < NAME_BYTES && header[end] != 0) {
            end++;
        }
        String name = new String(header, 0, end, StandardCharsets.UTF_8);
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static int size(byte[] header) throws IOException {
        String octal = new String(header, SIZE_AT, SIZE_DIGITS, StandardCharsets.US_ASCII).strip();
        try {
            return Integer.parseInt(octal, 8);
        } catch (NumberFormatException broken) {
            throw new IOException("an entry has no readable size", broken);
        }
    }
}
