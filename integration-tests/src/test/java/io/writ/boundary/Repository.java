package io.writ.boundary;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things lie in the checkout that is being built. */
final class Repository {

    static final List<String> MODULES = List.of("evidence", "ledger", "governance", "orchestration");

    /** Folders of the local repository that hold what our modules require. */
    private static final List<String> REQUIRED = List.of("jakarta", "jspecify", "re2j", "fault-tolerance", "jgit");

    private Repository() {}

    static Path root() {
        return Path.of(System.getProperty("writ.root", "..")).toAbsolutePath().normalize();
    }

    /** Our modules and the API JARs they are compiled against, as this build resolved them. */
    static List<Path> modulePath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(Repository::isOurs)
                .toList();
    }

    /** The class directories of our modules, in dependency order. */
    static List<Path> classDirectories() {
        return MODULES.stream()
                .map(module -> root().resolve("modules/" + module + "/target/classes"))
                .toList();
    }

    /** All Java sources below the folder that match, product and test alike. */
    static List<Path> javaSources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isOurs(Path entry) {
        String text = entry.toString().replace('\\', '/');
        boolean module = MODULES.stream().anyMatch(name -> text.contains("/modules/" + name + "/target/"));
        return module || REQUIRED.stream().anyMatch(folder -> text.contains("/" + folder + "/"));
    }
}
