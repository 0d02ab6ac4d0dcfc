package io.writ.cli.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Keeps other users of the machine out, where the file system knows them. */
public final class OwnerOnly {

    private OwnerOnly() {}

    /** Nobody else enters the folder, whatever the permissions of what is in it. */
    static void restrict(Path folder) throws IOException {
        if (knowsUsers(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Replaces the file by one that was never readable for anybody else. */
    public static void write(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        FileAttribute<?>[] attributes = knowsUsers(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        Files.createFile(file, attributes);
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean knowsUsers(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
