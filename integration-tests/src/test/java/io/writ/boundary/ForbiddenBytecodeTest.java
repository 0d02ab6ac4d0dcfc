package io.writ.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import de.thetaphi.forbiddenapis.Checker;
import de.thetaphi.forbiddenapis.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The forbidden-API lists bite: each fixture compiles, and the list stops it with a message that says why. */
class ForbiddenBytecodeTest {

    private static final Path FIXTURES =
            Repository.root().resolve("integration-tests/src/test/resources/boundary/bytecode");

    @TempDir
    Path classes;

    static List<OffendingSource> offending() {
        return OffendingSource.all(FIXTURES);
    }

    @ParameterizedTest
    @MethodSource("offending")
    void theSignatureListStopsIt(OffendingSource source) {
        assertThat(source.compile(classes)).as("%s compiles", source).isEmpty();

        assertThat(complaints(Repository.root().resolve(source.code()), classes))
                .anySatisfy(complaint -> assertThat(complaint).contains(source.message()));
    }

    @Test
    void everyModuleIsCheckedByTheBuild() throws IOException {
        for (String module : Repository.MODULES) {
            String pom = Files.readString(Repository.root().resolve("modules/" + module + "/pom.xml"));
            assertThat(pom).as("pom of %s", module).contains("forbiddenapis");
        }
        assertThat(Files.readString(Repository.root().resolve("modules/orchestration/pom.xml")))
                .contains("no-io.signatures");
    }

    private static List<String> complaints(Path signatures, Path classes) {
        List<String> complaints = new ArrayList<>();
        var checker = new Checker(
                new Collecting(complaints),
                ForbiddenBytecodeTest.class.getClassLoader(),
                EnumSet.of(Checker.Option.FAIL_ON_VIOLATION));
        try (Stream<Path> files = Files.walk(classes)) {
            checker.parseSignaturesFile(signatures.toFile());
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                checker.addClassToCheck(file.toFile());
            }
            checker.run();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (de.thetaphi.forbiddenapis.ForbiddenApiException expected) {
            return complaints;
        } catch (de.thetaphi.forbiddenapis.ParseException broken) {
            throw new IllegalStateException("the signature list does not parse", broken);
        }
        return complaints;
    }

    private record Collecting(List<String> complaints) implements Logger {
        @Override
        public void error(String message) {
            complaints.add(message);
        }

        @Override
        public void warn(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void debug(String message) {}
    }
}
