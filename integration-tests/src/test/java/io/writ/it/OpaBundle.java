package io.writ.it;

import io.writ.evidence.StrictJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A bundle for OPA, built of the shipped sources.
 *
 * @param revision as OPA will tell it
 */
record OpaBundle(Path archive, String revision) {

    private static final Path SOURCES = TestServer.ROOT.resolve("opa");

    /** Skips the test where there is no opa, and says what was not tested. */
    static void requireOpa(String what) {
        boolean present = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "opa")));
        if (!present) {
            System.out.println("SKIPPED: opa is not on the PATH, so " + what + " was not tested. Get it with"
                    + " go install github.com/open-policy-agent/opa@v" + text(SOURCES.resolve("OPA_VERSION")));
        }
        Assumptions.assumeTrue(present, "opa is absent");
    }

    /** The policy that the server under test has packaged, under the same revision. */
    static OpaBundle shipped(Path folder) {
        return build(SOURCES, folder.resolve("shipped.tar.gz"), shippedRevision());
    }

    /** The same rules under another revision. */
    static OpaBundle ofRevision(Path folder, String revision) {
        return build(SOURCES, folder.resolve("another.tar.gz"), revision);
    }

    /** Another rule under the shipped revision: what nobody must do, and what only a comparison notices. */
    static OpaBundle altered(Path folder, String file, UnaryOperator<String> change) {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Path copy = Files.createTempDirectory(folder, "altered");
            for (Path source : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(SOURCES.relativize(source).toString());
                Files.createDirectories(target.getParent());
                Files.copy(source, target);
            }
            String before = Files.readString(copy.resolve(file));
            String after = change.apply(before);
            if (after.equals(before)) {
                throw new IllegalStateException("nothing was changed in " + file);
            }
            Files.writeString(copy.resolve(file), after);
            return build(copy, copy.resolve("altered.tar.gz"), shippedRevision());
        } catch (IOException failed) {
            throw new UncheckedIOException("copying the policy", failed);
        }
    }

    private static String shippedRevision() {
        return StrictJson.parseObject(text(SOURCES.resolve("dist/manifest.json")))
                .getString("revision");
    }

    private static OpaBundle build(Path sources, Path archive, String revision) {
        List<String> command = List.of(
                "opa",
                "build",
                "--bundle",
                ".",
                "--ignore",
                "dist",
                "--ignore",
                "*_test.rego",
                "--capabilities",
                "capabilities.json",
                "--revision",
                revision,
                "--output",
                archive.toAbsolutePath().toString());
        try {
            Process process = new ProcessBuilder(command)
                    .directory(sources.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("opa build failed: " + said);
            }
            return new OpaBundle(archive, revision);
        } catch (IOException failed) {
            throw new UncheckedIOException("running opa build", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was running", stopped);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("reading " + file, unreadable);
        }
    }
}
