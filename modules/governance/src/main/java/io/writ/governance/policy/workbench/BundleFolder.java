package io.writ.governance.policy.workbench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The files of a bundle side by side; {@code opa/dist} calls the manifest {@code manifest.json}. */
final class BundleFolder {

    private static final Map<String, String> NAMES = Map.of(
            "plan.json", "plan.json",
            "data.json", "data.json",
            ".manifest", ".manifest",
            "manifest.json", ".manifest");

    private BundleFolder() {}

    static Map<String, byte[]> read(Path folder) {
        Map<String, byte[]> files = new HashMap<>();
        NAMES.forEach((name, meaning) -> {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                files.put(meaning, PolicyFiles.bytes(file));
            }
        });
        return files;
    }
}
