package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.cli.database.OwnerOnly;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Files with keys of a log. */
final class KeyFile {

    private KeyFile() {}

    /**
     * Mints a key into a file that nobody else reads, and never over another file: it may be a key.
     *
     * @param minted makes a pair of this name, for a log or for a witness
     */
    static String mint(Path file, String name, UnaryOperator<String> minted) {
        if (Files.exists(file)) {
            throw new CommandFailure(file + " exists: a key is never written over anything");
        }
        try {
            String key = minted.apply(name);
            OwnerOnly.write(file, key);
            return key;
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "the key cannot be written to " + file + ": " + unwritable.getMessage(), unwritable);
        } catch (RuntimeException misnamed) {
            throw new CommandFailure("no key can have the name " + name + ": " + misnamed.getMessage(), misnamed);
        }
    }

    /** A pair that can sign. */
    static String signingKey(Path file) {
        String key = text(file, "the key");
        LogKey.problem(key).ifPresent(what -> {
            throw new CommandFailure(file + " holds no signing key: " + what);
        });
        return key;
    }

    static String text(Path file, String what) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CommandFailure(what + " " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
