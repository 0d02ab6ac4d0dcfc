package io.writ.governance.policy.bundle.source;

/** How large a bundle may be. The shipped one has a third of a megabyte in fifteen files. */
final class BundleLimits {

    /** Of what is transferred: far beyond this somebody serves something else. */
    static final int ARCHIVE_BYTES_MAX = 16 * 1024 * 1024;

    /** Of all files together; a few kilobytes of gzip can hold gigabytes. */
    static final int UNPACKED_BYTES_MAX = 64 * 1024 * 1024;

    /** Of one file. */
    static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    /** Of files. */
    static final int FILES_MAX = 1_000;

    private BundleLimits() {}

    static BundleRefused exceeded(String what) {
        return new BundleRefused(BundleFlaw.TOO_LARGE, what);
    }
}
