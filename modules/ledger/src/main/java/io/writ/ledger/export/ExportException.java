package io.writ.ledger.export;

import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/** An export that is none, is not whole, or cannot be written; the message says what to do. */
public final class ExportException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String file;

    /** A problem of the whole export. */
    public ExportException(String problem) {
        this("", problem);
    }

    /** A problem of one of its files. */
    ExportException(String file, String problem) {
        super(file.isEmpty() ? problem : file + ": " + problem);
        this.file = file;
    }

    /** The file that is damaged; empty when it is more than one. */
    public Optional<String> file() {
        return file.isEmpty() ? Optional.empty() : Optional.of(file);
    }
}
