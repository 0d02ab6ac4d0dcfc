package io.writ.ledger.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where an export is written: beside its place, under a name that says that it is not finished. It takes its place when
 * everything is written, in one step.
 */
interface ExportTarget extends AutoCloseable {

    /** Begins the next file; the one before must be closed. */
    OutputStream begin(String name) throws IOException;

    /** Everything is written: the export takes its place. */
    void finish() throws IOException;

    /** Takes away what was not finished. */
    @Override
    void close() throws IOException;

    /** A directory, or one file when the name ends with {@code .tar}. */
    static ExportTarget at(Path place) throws IOException {
        Path absolute = place.toAbsolutePath().normalize();
        Path folder = absolute.getParent();
        Path name = absolute.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            throw new ExportException(place + " cannot be written: there is no folder to write it into");
        }
        if (Files.exists(absolute)) {
            throw new ExportException(place + " is there already: an export never overwrites, choose another name");
        }
        Path unfinished = folder.resolve(name + ".partial");
        if (Files.exists(unfinished)) {
            throw new ExportException(unfinished + " is there: another export is being written, or one was broken off;"
                    + " in that case delete it and begin again");
        }
        return name.toString().endsWith(".tar")
                ? TarTarget.begin(unfinished, absolute)
                : FolderTarget.begin(unfinished, absolute);
    }
}
