package io.writ.governance.source.filesystem;

import io.writ.governance.source.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;

/** Reads one file that is new or has changed. Whatever cannot be served is named, never passed over in silence. */
final class DocumentRead {

    /** A document is text that people wrote; more than this is a data file in the wrong place. */
    static final int FILE_BYTES_MAX = 1 << 20;

    /** A file that changes during three reads in a row is being written; it is read when it has come to rest. */
    private static final int ATTEMPTS_MAX = 3;

    private static final OpenOption[] AS_LISTED = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};

    private DocumentRead() {}

    /** What is in the file, and what it looked like just before and just after. */
    record Result(FileState state, FileStamp stamp) {}

    static Result of(FileStamp listed) {
        FileStamp before = listed;
        try {
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                FileState state = state(before);
                FileStamp after = FileStamp.of(listed.realPath());
                if (after.equals(before)) {
                    return new Result(state, before);
                }
                before = after;
            }
            return unknown(before, SourceFailure.DOWN, "it changes while it is read");
        } catch (NoSuchFileException vanished) {
            return new Result(new FileState.Absent(), before);
        } catch (IOException locked) {
            return unknown(before, SourceFailure.DOWN, "it cannot be opened");
        }
    }

    private static FileState state(FileStamp stamp) throws IOException {
        if (stamp.size() > FILE_BYTES_MAX) {
            return new FileState.Unknown(SourceFailure.MISCONFIGURED, "it is larger than " + FILE_BYTES_MAX + " bytes");
        }
        try (InputStream content = Files.newInputStream(stamp.realPath(), AS_LISTED)) {
            return TextDocument.of(content.readNBytes(FILE_BYTES_MAX))
                    .<FileState>map(FileState.Held::new)
                    .orElseGet(() -> new FileState.Unknown(SourceFailure.INVALID, "it is not UTF-8 text"));
        }
    }

    private static Result unknown(FileStamp stamp, SourceFailure failure, String reason) {
        return new Result(new FileState.Unknown(failure, reason), stamp);
    }
}
