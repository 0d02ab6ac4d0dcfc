package io.writ.governance.policy.bundle.source;

import io.writ.evidence.Digest;

/** The list that a digest over several files is taken of: a line {@code path NUL sha256 LF} for each, in path order. */
public final class DigestList {

    private final StringBuilder lines = new StringBuilder();

    /** Adds the next file; the caller keeps the order. */
    public DigestList add(String path, byte[] content) {
        lines.append(line(path, content));
        return this;
    }

    /** The line of one file. */
    public static String line(String path, byte[] content) {
        return path + '\0' + Digest.of(content) + '\n';
    }

    /** SHA-256 over the UTF-8 bytes of the list. */
    public Digest digest() {
        return Digest.of(lines.toString());
    }
}
