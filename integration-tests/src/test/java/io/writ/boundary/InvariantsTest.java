package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each invariant in {@code docs/INVARIANTS.md} names tests; a test that was renamed or removed is noticed here. */
class InvariantsTest {

    /** Fewer rows than this means that the page was not understood and everything passed empty. */
    private static final int ROWS_MIN = 20;

    /** Class and method, as in {@code `SmallRoomsTest.noFileIsLarge`}. */
    private static final Pattern NAMED_TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private static final List<Path> TESTS = Repository.javaSources(Repository.root()).stream()
            .filter(file -> file.toString().contains("/src/test/java/"))
            .toList();

    private record NamedTest(String type, String method) {}

    @Test
    void thereAreInvariants() {
        assertThat(rows()).hasSizeGreaterThanOrEqualTo(ROWS_MIN);
    }

    @Test
    void everyInvariantNamesATest() {
        assertThat(rows()).allSatisfy(row -> assertThat(testsIn(row)).isNotEmpty());
    }

    @Test
    void everyNamedTestExists() {
        List<NamedTest> named =
                rows().stream().flatMap(row -> testsIn(row).stream()).toList();

        assertThat(named).isNotEmpty().allMatch(InvariantsTest::exists);
    }

    /** The rows of all tables, without their heads. */
    private static List<String> rows() {
        return text(Repository.root().resolve("docs/INVARIANTS.md"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.startsWith("| ---") && !line.startsWith("| what holds"))
                .toList();
    }

    private static List<NamedTest> testsIn(String row) {
        return NAMED_TEST
                .matcher(row)
                .results()
                .map(found -> new NamedTest(found.group(1), found.group(2)))
                .toList();
    }

    private static boolean exists(NamedTest test) {
        return TESTS.stream()
                .filter(file -> file.endsWith(test.type() + ".java"))
                .anyMatch(file -> text(file).contains("void " + test.method() + "("));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
