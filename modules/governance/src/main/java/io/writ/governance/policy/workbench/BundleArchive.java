package io.writ.governance.policy.workbench;

import io.writ.governance.policy.bundle.source.BundleContent;
import io.writ.governance.policy.bundle.source.BundleRefused;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The few files of a {@code bundle.tar.gz} that matter, read as strictly as the server reads it. */
final class BundleArchive {

    private static final List<String> WANTED = List.of("plan.json", "data.json", ".manifest");

    private BundleArchive() {}

    static Map<String, byte[]> read(Path archive) {
        try {
            BundleContent content = BundleContent.ofArchive(PolicyFiles.bytes(archive));
            Map<String, byte[]> files = new HashMap<>();
            WANTED.forEach(name -> content.read(name).ifPresent(file -> files.put(name, file)));
            return files;
        } catch (BundleRefused refused) {
            throw new WorkbenchException(
                    archive + " is not a bundle as opa build writes it (" + refused.problem() + ")", refused);
        }
    }
}
