package io.writ.governance.policy.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The bundle that was built into this archive, below {@code writ-policy/}. */
public final class PackagedBundle implements BundleFiles {

    @Override
    public Optional<byte[]> read(String name) {
        try (InputStream file = PackagedBundle.class.getResourceAsStream("/writ-policy/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the packaged policy file " + name, unreadable);
        }
    }
}
