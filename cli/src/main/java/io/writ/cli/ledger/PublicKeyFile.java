package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The public key of a log in a file: the last line, in a file with a public key alone or with a pair. */
final class PublicKeyFile {

    private PublicKeyFile() {}

    static String read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .reduce("", (first, second) -> second);
        } catch (IOException unreadable) {
            throw new CommandFailure("the key " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
