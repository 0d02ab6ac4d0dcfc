package io.writ.governance.policy.bundle.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Packs bundles by hand, good and bad. */
public final class Workshop {

    private static final int BLOCK = 512;

    private final Map<String, byte[]> files = new TreeMap<>();

    public Workshop with(String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public Workshop without(String name) {
        files.remove(name);
        return this;
    }

    public Map<String, byte[]> files() {
        return new TreeMap<>(files);
    }

    /** As OPA names them: with a leading slash. */
    public byte[] archive() {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        files.forEach((name, content) -> tar.writeBytes(entry("/" + name, content, '0')));
        return gzip(ended(tar));
    }

    public BundleContent content() {
        return TarArchive.read(archive());
    }

    static byte[] archiveOf(byte[]... entries) {
        ByteArrayOutputStream tar = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            tar.writeBytes(entry);
        }
        return gzip(ended(tar));
    }

    static byte[] entry(String name, byte[] content, char type) {
        byte[] header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000600");
        put(header, 124, "%011o".formatted(content.length));
        header[156] = (byte) type;
        put(header, 257, "ustar");
        put(header, 263, "00");
        put(header, 148, "        ");
        long sum = 0;
        for (byte each : header) {
            sum += Byte.toUnsignedInt(each);
        }
        put(header, 148, "%06o".formatted(sum));
        header[154] = 0;
        ByteArrayOutputStream entry = new ByteArrayOutputStream();
        entry.writeBytes(header);
        entry.writeBytes(content);
        entry.writeBytes(new byte[Math.floorMod(-content.length, BLOCK)]);
        return entry.toByteArray();
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static byte[] ended(ByteArrayOutputStream tar) {
        tar.writeBytes(new byte[2 * BLOCK]);
        return tar.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
