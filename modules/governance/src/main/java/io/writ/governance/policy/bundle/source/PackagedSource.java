package io.writ.governance.policy.bundle.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The bundle that was built into this archive, below {@code writ-policy/}. It never changes. */
final class PackagedSource implements BundleSource {

    private static final List<String> FILES =
            List.of("BUNDLE_SHA256", "SOURCE_SHA256", "data.json", "manifest.json", "plan.json");

    @Override
    public Look look(Optional<Edition> active) {
        if (active.isPresent()) {
            return new Look.Unchanged();
        }
        BundleContent.Collection files = new BundleContent.Collection();
        for (String name : FILES) {
            read(name).ifPresent(file -> files.add(name, file));
        }
        BundleContent content = files.content();
        return new Look.Found(content, new Edition(Optional.empty(), content.fingerprint()));
    }

    @Override
    public String kind() {
        return "packaged";
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = PackagedSource.class.getResourceAsStream("/writ-policy/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading the packaged policy file " + name, unreadable);
        }
    }
}
