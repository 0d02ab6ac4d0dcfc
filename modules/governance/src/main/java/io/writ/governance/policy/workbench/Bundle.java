package io.writ.governance.policy.workbench;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A compiled policy as it lies in a folder, or in the archive that {@code opa build} writes. */
final class Bundle {

    private final Path origin;
    private final Map<String, byte[]> files;

    private Bundle(Path origin, Map<String, byte[]> files) {
        this.origin = origin;
        this.files = files;
    }

    static Bundle at(Path path) {
        if (Files.isDirectory(path)) {
            return new Bundle(path, BundleFolder.read(path));
        }
        return new Bundle(path, BundleArchive.read(path));
    }

    byte[] plan() {
        return file("plan.json");
    }

    JsonObject data() {
        return PolicyFiles.json(origin + ": data.json", file("data.json"));
    }

    /** What the manifest calls this policy. */
    String revision() {
        byte[] manifest = files.get(".manifest");
        String revision = manifest == null
                ? ""
                : PolicyFiles.json(origin + ": .manifest", manifest).getString("revision", "");
        return revision.isEmpty() ? "without revision" : revision;
    }

    private byte[] file(String name) {
        byte[] content = files.get(name);
        if (content == null) {
            throw new WorkbenchException(origin + " has no " + name
                    + ": name a folder or an archive that opa build -t plan, or ./writ policy build, has written");
        }
        return content;
    }
}
