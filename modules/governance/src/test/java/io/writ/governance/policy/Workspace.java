package io.writ.governance.policy;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that a test holds against each other. */
public final class Workspace {

    /** Surefire runs in the module. */
    public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    public static final Path OPA = ROOT.resolve("opa");

    private Workspace() {}

    public static JsonObject json(String path) {
        return StrictJson.parseObject(bytes(ROOT.resolve(path)));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
