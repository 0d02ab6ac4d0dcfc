package io.writ.ledger.export;

import java.util.Locale;
import java.util.Optional;

/** What a file of an export holds. Its name begins with the kind, and a running number follows. */
enum FileKind {
    LANES("jsonl"),
    HEADS("jsonl"),
    ENTRIES("bin"),
    RANGES("bin"),
    TILES("bin"),
    CHECKPOINTS("jsonl"),
    PENDING("jsonl"),
    RECORDS("bin");

    private final String extension;

    FileKind(String extension) {
        this.extension = extension;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name of the file with this number, counted from 1. */
    String fileName(int number) {
        return String.format(Locale.ROOT, "%s-%06d.%s", word(), number, extension);
    }

    static Optional<FileKind> ofWord(String word) {
        for (FileKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
