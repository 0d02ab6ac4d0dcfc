package io.writ.governance.policy.bundle.source;

import io.writ.evidence.Digest;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** All files of a bundle, by name. Holds nothing beyond the limits, and no name that could mean another place. */
public final class BundleContent {

    /** No leading slash, no empty segment, no segment of dots alone; nothing that a file system would interpret. */
    private static final Pattern NAME = Pattern.compile("(?!\\.{1,2}(/|$))[\\w.+@=-]+(/(?!\\.{1,2}(/|$))[\\w.+@=-]+)*");

    private final SortedMap<String, byte[]> files;

    private BundleContent(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    /** The files of a gzipped archive; throws {@link BundleRefused} when it is none, or too large. */
    public static BundleContent ofArchive(byte[] gzipped) {
        if (gzipped.length > BundleLimits.ARCHIVE_BYTES_MAX) {
            throw BundleLimits.exceeded("the bundle archive is larger than a bundle may be");
        }
        return TarArchive.read(gzipped);
    }

    /** As {@link #ofArchive(byte[])}, where all files together may hold so much: for archives that nobody vouches for. */
    public static BundleContent ofArchive(byte[] gzipped, int unpackedBytesMax) {
        return TarArchive.read(gzipped, unpackedBytesMax);
    }

    /** Names in ascending order. */
    public SortedSet<String> names() {
        return new TreeSet<>(files.keySet());
    }

    public boolean has(String name) {
        return files.containsKey(name);
    }

    /** The whole file, or nothing when there is none. */
    public Optional<byte[]> read(String name) {
        return Optional.ofNullable(files.get(name)).map(byte[]::clone);
    }

    /** Tells this content from any other. */
    public Digest fingerprint() {
        DigestList list = new DigestList();
        files.forEach(list::add);
        return list.digest();
    }

    /** Collects files and refuses what is too much, twice there or oddly named. */
    static final class Collection {

        private final SortedMap<String, byte[]> files = new TreeMap<>();
        private final int unpackedBytesMax;
        private long bytes;

        Collection() {
            this(BundleLimits.UNPACKED_BYTES_MAX);
        }

        Collection(int unpackedBytesMax) {
            this.unpackedBytesMax = unpackedBytesMax;
        }

        /** How much the next file may hold. */
        int room() {
            return Math.toIntExact(Math.min(BundleLimits.FILE_BYTES_MAX, unpackedBytesMax - bytes));
        }

        void add(String name, byte[] file) {
            if (!NAME.matcher(name).matches()) {
                throw new BundleRefused(
                        BundleFlaw.MALFORMED, "the bundle holds a file whose name is not a plain relative path");
            }
            bytes += file.length;
            if (file.length > BundleLimits.FILE_BYTES_MAX || bytes > unpackedBytesMax) {
                throw BundleLimits.exceeded("the files of the bundle are larger than a bundle may be");
            }
            if (files.putIfAbsent(name, file) != null) {
                throw new BundleRefused(BundleFlaw.MALFORMED, "the bundle holds " + name + " twice");
            }
            if (files.size() > BundleLimits.FILES_MAX) {
                throw BundleLimits.exceeded("the bundle holds more than " + BundleLimits.FILES_MAX + " files");
            }
        }

        BundleContent content() {
            return new BundleContent(new TreeMap<>(files));
        }
    }
}
