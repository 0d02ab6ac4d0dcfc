package io.writ.governance.policy.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** The files of an archive that {@code opa build} wrote, by name without the leading slash. */
final class TarEntries {

    private static final int BLOCK = 512;

    private TarEntries() {}

    static Map<String, byte[]> read(Path archive) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(archive))) {
            for (byte[] header = tar.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; ) {
                String text = new String(header, StandardCharsets.ISO_8859_1);
                int size = Integer.parseInt(text.substring(124, 135).strip(), 8);
                String name = text.substring(0, text.indexOf('\0'));
                entries.put(name.replaceFirst("^/", ""), tar.readNBytes(size));
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                header = tar.readNBytes(BLOCK);
            }
        }
        return entries;
    }
}
