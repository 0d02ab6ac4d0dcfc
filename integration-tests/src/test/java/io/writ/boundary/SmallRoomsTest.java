package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines per Java file: median, 90th percentile and maximum are promises of the style guide. */
class SmallRoomsTest {

    private static final int MEDIAN_MAX = 70;
    private static final int P90_MAX = 200;
    private static final int LINES_MAX = 400;

    @Test
    void productFilesAreSmall() {
        List<Long> sizes = files().filter(file -> file.toString().contains("/src/main/"))
                .filter(file -> !file.endsWith("package-info.java") && !file.endsWith("module-info.java"))
                .map(SmallRoomsTest::lines)
                .sorted()
                .toList();

        assertThat(sizes).hasSizeGreaterThan(100);
        assertThat(sizes.get(sizes.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN_MAX);
        assertThat(sizes.get(sizes.size() * 9 / 10)).as("90th percentile").isLessThanOrEqualTo(P90_MAX);
    }

    @Test
    void noFileIsLarge() {
        assertThat(files().filter(file -> lines(file) > LINES_MAX)).isEmpty();
    }

    @Test
    void everyProductPackageSaysWhatItIsFor() {
        assertThat(files().filter(file -> file.toString().contains("/src/main/java/"))
                        .filter(file -> !file.endsWith("module-info.java"))
                        // A benchmark stands in the product's own package to reach it; that package says what it is
                        // for.
                        .filter(file -> !file.toString().contains("/benchmarks/")
                                || file.toString().contains("/io/writ/benchmarks/"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                .isEmpty();
    }

    private static Stream<Path> files() {
        return Repository.javaSources(Repository.root()).stream()
                .filter(file -> !file.toString().contains("/.writ/"))
                .filter(file -> !file.toString().contains("/resources/"));
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
