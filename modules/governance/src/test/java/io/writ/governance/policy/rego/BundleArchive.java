package io.writ.governance.policy.rego;

import io.writ.governance.policy.bundle.source.BundleContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the plan out of the {@code .tar.gz} that {@code opa build} writes. */
final class BundleArchive {

    private BundleArchive() {}

    static byte[] plan(Path archive) throws IOException {
        return BundleContent.ofArchive(Files.readAllBytes(archive))
                .read("plan.json")
                .orElseThrow(() -> new IOException(archive + " has no plan"));
    }
}
