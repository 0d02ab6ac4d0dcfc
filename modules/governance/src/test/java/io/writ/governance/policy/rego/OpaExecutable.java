package io.writ.governance.policy.rego;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The {@code opa} on the path of the machine that runs the tests, where there is one. */
final class OpaExecutable {

    /** What a run said. */
    record Output(int exitCode, String text) {}

    private OpaExecutable() {}

    static boolean isPresent() {
        String path = System.getenv().getOrDefault("PATH", "");
        return List.of(path.split(java.io.File.pathSeparator)).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "opa")));
    }

    static Output run(Path directory, String... arguments) {
        List<String> command = new ArrayList<>(List.of("opa"));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
            // Thousands of short runs: collecting garbage is the larger part of some of them.
            builder.environment().put("GOGC", "400");
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opa was running", interrupted);
        }
    }
}
