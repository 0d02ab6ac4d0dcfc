package io.writ.governance.policy.bundle.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** A bundle that lies unpacked in a folder. Replace it by pointing a link to another folder. */
final class DirectorySource implements BundleSource {

    private final Path path;

    DirectorySource(Path path) {
        this.path = path;
    }

    @Override
    public Look look(Optional<Edition> active) {
        try {
            // Resolved at each look, so that a link can be turned to another folder in one step.
            Path folder = path.toRealPath();
            BundleContent content = BundleFolder.read(folder);
            Edition edition = new Edition(Optional.empty(), content.fingerprint());
            if (active.equals(Optional.of(edition))) {
                return new Look.Unchanged();
            }
            boolean settled = BundleFolder.read(folder).fingerprint().equals(edition.fingerprint());
            return settled
                    ? new Look.Found(content, edition)
                    : new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle folder is being written");
        } catch (IOException | UncheckedIOException unreadable) {
            return new Look.Failed(BundleFlaw.UNREACHABLE, "the bundle folder cannot be read");
        } catch (BundleRefused unfit) {
            return new Look.Failed(unfit.flaw(), unfit.problem());
        }
    }

    @Override
    public String kind() {
        return "directory";
    }
}
