package io.writ.governance.policy.bundle.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads a gzipped tar archive of plain files into memory.
 *
 * <p>Nothing is written anywhere. Links, devices and extended headers are refused: two readers could understand them
 * differently, and the other reader is OPA.
 */
final class TarArchive {

    private TarArchive() {}

    /** Throws {@link BundleRefused} when it is no archive of plain files, or too large. */
    static BundleContent read(byte[] gzipped) {
        return read(gzipped, BundleLimits.UNPACKED_BYTES_MAX);
    }

    static BundleContent read(byte[] gzipped, int unpackedBytesMax) {
        try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(gzipped))) {
            return read(unpacked, new BundleContent.Collection(unpackedBytesMax));
        } catch (IOException malformed) {
            throw new BundleRefused(BundleFlaw.MALFORMED, "the bundle is not a whole gzipped tar archive", malformed);
        }
    }

    private static BundleContent read(InputStream tar, BundleContent.Collection files) throws IOException {
        int entries = 0;
        while (true) {
            byte[] block = tar.readNBytes(TarHeader.BLOCK_BYTES);
            if (block.length != TarHeader.BLOCK_BYTES) {
                throw new BundleRefused(BundleFlaw.MALFORMED, "the bundle archive ends too early");
            }
            if (TarHeader.isEnd(block)) {
                return files.content();
            }
            if (++entries > 2 * BundleLimits.FILES_MAX) {
                throw BundleLimits.exceeded("the bundle archive has too many entries");
            }
            TarHeader header = TarHeader.of(block);
            if (header.size() > files.room()) {
                throw BundleLimits.exceeded("the files of the bundle are larger than a bundle may be");
            }
            byte[] content = content(tar, Math.toIntExact(header.size()));
            if (header.isFile()) {
                files.add(header.name(), content);
            }
        }
    }

    private static byte[] content(InputStream tar, int size) throws IOException {
        byte[] content = tar.readNBytes(size);
        int padding = Math.floorMod(-size, TarHeader.BLOCK_BYTES);
        if (content.length != size || tar.readNBytes(padding).length != padding) {
            throw new BundleRefused(BundleFlaw.MALFORMED, "the bundle archive ends too early");
        }
        return content;
    }
}
