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
        if (Files.isRegularFile(folder.resolve(".manifest")) && Files.isRegularFile(folder.resolve("manifest.json"))) {
            throw new WorkbenchException(folder + " has .manifest and manifest.json, which mean the same file: remove"
                    + " the one that is not of this policy");
        }
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
