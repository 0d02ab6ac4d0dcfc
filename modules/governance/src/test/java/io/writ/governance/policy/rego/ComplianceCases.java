package io.writ.governance.policy.rego;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** OPA's own cases, which are part of its Go module. */
final class ComplianceCases {

    private static final String VERSION = version();

    private ComplianceCases() {}

    /** Where they are on this machine: named by {@code WRIT_OPA_CASES}, or in Go's module cache. */
    static Optional<Path> directory() {
        String named = System.getenv("WRIT_OPA_CASES");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        return Stream.of(moduleCache(), System.getenv("GOMODCACHE"), System.getProperty("user.home") + "/go/pkg/mod")
                .filter(cache -> cache != null && !cache.isBlank())
                .map(cache -> Path.of(cache.strip(), "github.com/open-policy-agent/opa@v" + VERSION, "v1/test/cases"))
                .map(cases -> cases.resolve("testdata/v1"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /** How to get them, for a machine that has none. */
    static String advice() {
        return "GOBIN=/usr/local/bin go install github.com/open-policy-agent/opa@v" + VERSION
                + " brings both opa and its cases";
    }

    private static String moduleCache() {
        try {
            Process go = new ProcessBuilder("go", "env", "GOMODCACHE").start();
            return new String(go.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException absent) {
            return "";
        }
    }

    private static String version() {
        try {
            return Files.readString(Path.of("..", "..", "opa", "OPA_VERSION")).strip();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /** All cases, read by one {@code opa}: it loads YAML, and a directory of its own keeps each file apart. */
    static List<ComplianceCase> load(Path directory, Path work) throws IOException {
        for (Path file : files(directory)) {
            Path place = work.resolve(directory.relativize(file).toString().replace(".yaml", ""));
            Files.createDirectories(place);
            Files.copy(file, place.resolve("data.yaml"));
        }
        OpaExecutable.Output read = OpaExecutable.run(work, "eval", "-f", "raw", "-d", work.toString(), "data");
        List<ComplianceCase> cases = new ArrayList<>();
        ComplianceCase.parse(read.text())
                .forEach((group, contents) -> contents.asJsonObject()
                        .values()
                        .forEach(
                                file -> file.asJsonObject().getJsonArray("cases").getValuesAs(JsonObject.class).stream()
                                        .map(json -> new ComplianceCase(group, json))
                                        .forEach(cases::add)));
        return cases;
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
