package io.writ.cli.server;

import io.writ.cli.database.OwnerOnly;
import io.writ.ledger.LogKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The key with which a local instance signs its checkpoints: made once, kept in a file that only its owner reads. */
final class LocalLedgerKey {

    private static final int NAME_BYTES = 4;

    private LocalLedgerKey() {}

    /** Makes the key unless there is one. The name tells this log from every other one. */
    static Path in(Path file) {
        if (!Files.exists(file)) {
            byte[] unique = new byte[NAME_BYTES];
            new SecureRandom().nextBytes(unique);
            try {
                OwnerOnly.write(file, LogKey.mint("writ.local/" + HexFormat.of().formatHex(unique)));
            } catch (IOException unwritable) {
                throw new UncheckedIOException("keeping the key of the ledger in " + file, unwritable);
            }
        }
        return file;
    }
}
