package io.writ.governance.policy.bundle.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;

/** Reads the files of a folder as those of a bundle. */
public final class BundleFolder {

    /** A bundle of ours has three levels. */
    private static final int DEPTH_MAX = 8;

    private BundleFolder() {}

    /** Throws {@link BundleRefused} when there is too much, or something else than plain files. */
    public static BundleContent read(Path folder) throws IOException {
        BundleContent.Collection files = new BundleContent.Collection();
        try (Stream<Path> found = Files.walk(folder, DEPTH_MAX)) {
            Iterator<Path> paths = found.iterator();
            while (paths.hasNext()) {
                add(folder, paths.next(), files);
            }
        }
        return files.content();
    }

    /** What lies deeper is not walked into, and must not be overlooked in silence. */
    private static void refuseDepth(int depth) {
        if (depth >= DEPTH_MAX) {
            throw new BundleRefused(
                    BundleFlaw.MALFORMED, "the bundle folder holds folders more than " + DEPTH_MAX + " levels deep");
        }
    }

    private static void add(Path folder, Path path, BundleContent.Collection files) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            refuseDepth(folder.relativize(path).getNameCount());
            return;
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new BundleRefused(
                    BundleFlaw.MALFORMED, "the bundle folder holds something else than plain files and folders");
        }
        try (InputStream file = Files.newInputStream(path)) {
            files.add(folder.relativize(path).toString().replace('\\', '/'), file.readNBytes(files.room() + 1));
        }
    }
}
