package io.writ.cli.server;

import io.writ.cli.database.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/** The shared secret of identity mode local: the environment's, or one that is kept in a file only its owner reads. */
public final class LocalSecret {

    private static final int RANDOM_BYTES = 24;

    private LocalSecret() {}

    /** The secret, and the file it is kept in; an environment's secret is written there too, for the README's curl. */
    public static String in(Path file, Map<String, String> environment) {
        String given = environment.getOrDefault(
                "WRIT_LOCAL_AUTH_SHARED_SECRET", environment.getOrDefault("PECR_LOCAL_AUTH_SHARED_SECRET", ""));
        try {
            if (given.isBlank() && Files.exists(file)) {
                return Files.readString(file).strip();
            }
            String secret = given.isBlank() ? minted() : given;
            keep(file, secret);
            return secret;
        } catch (IOException unwritable) {
            throw new UncheckedIOException("keeping the local secret in " + file, unwritable);
        }
    }

    private static String minted() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static void keep(Path file, String secret) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        OwnerOnly.write(file, secret + System.lineSeparator());
    }
}
