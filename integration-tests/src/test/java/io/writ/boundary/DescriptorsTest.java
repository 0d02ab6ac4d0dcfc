package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code jar --describe-module} says of each module is a file in {@code config/module-descriptors}. A widened
 * export shows up as a changed file in review.
 */
class DescriptorsTest {

    private static final ToolProvider JAR = ToolProvider.findFirst("jar").orElseThrow();

    static List<String> modules() {
        return Repository.MODULES;
    }

    @ParameterizedTest
    @MethodSource("modules")
    void theDescriptorIsTheReviewedOne(String module) throws IOException {
        Path golden = Repository.root().resolve("config/module-descriptors/" + module + ".txt");

        assertThat(described(module))
                .as("describe %s; if the change is meant, review it and put it into %s", module, golden)
                .isEqualTo(Files.readString(golden).strip());
    }

    private static String described(String module) throws IOException {
        StringWriter out = new StringWriter();
        try (PrintWriter writer = new PrintWriter(out)) {
            assertThat(JAR.run(
                            writer,
                            writer,
                            "--describe-module",
                            "--file",
                            jar(module).toString()))
                    .isZero();
        }
        // The first line ends with the place of the JAR, which differs from machine to machine.
        return out.toString()
                .lines()
                .map(line -> line.replaceAll(" jar:file:.*", "").strip())
                .filter(line -> !line.isEmpty() && !line.startsWith("contains "))
                .sorted()
                .reduce((left, right) -> left + "\n" + right)
                .orElse("");
    }

    static Path jar(String module) throws IOException {
        try (Stream<Path> files = Files.list(Repository.root().resolve("modules/" + module + "/target"))) {
            return files.filter(file ->
                            file.getFileName().toString().matches("writ-" + module + "-[^-]+(-SNAPSHOT)?\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("build the JARs first: mvn verify"));
        }
    }
}
