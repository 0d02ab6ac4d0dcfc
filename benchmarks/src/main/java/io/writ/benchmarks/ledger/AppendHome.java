package io.writ.benchmarks.ledger;

import io.writ.cli.server.ServerHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A copy of the built server whose archive has the measuring servlet in it; the installation itself is linked to. */
final class AppendHome {

    private static final String ARCHIVE = "usr/servers/writ/apps/writ.war";
    private static final String JAR = "WEB-INF/lib/writ-benchmarks.jar";

    /** What the servlet needs, by the beginning of its path. */
    private static final List<String> CLASSES = List.of(
            "io/writ/benchmarks/load/",
            "io/writ/benchmarks/server/",
            "io/writ/benchmarks/ledger/Decisions",
            "io/writ/governance/persistence/Recordable",
            "io/writ/governance/persistence/UngatedRecording");

    private AppendHome() {}

    static ServerHome in(Path directory, Path built) {
        try {
            Path home = Files.createDirectories(directory);
            try (Stream<Path> parts = Files.list(built.toAbsolutePath())) {
                for (Path part : parts.filter(part -> !part.endsWith("usr")).toList()) {
                    Files.createSymbolicLink(home.resolve(part.getFileName()), part.toRealPath());
                }
            }
            copy(built.toAbsolutePath().resolve("usr"), home.resolve("usr"));
            add(home.resolve(ARCHIVE), jar(directory.resolve("writ-benchmarks.jar")));
            return new ServerHome(home);
        } catch (IOException failed) {
            throw new UncheckedIOException("copying the server to " + directory, failed);
        }
    }

    private static void add(Path archive, Path jar) throws IOException {
        try (FileSystem war = FileSystems.newFileSystem(archive)) {
            Files.copy(jar, war.getPath(JAR));
        }
    }

    private static Path jar(Path target) throws IOException {
        URI uri = URI.create("jar:" + target.toUri());
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of("create", "true"))) {
            Path own = own();
            if (Files.isDirectory(own)) {
                copyClasses(own, jar);
            } else {
                try (FileSystem benchmarks = FileSystems.newFileSystem(own)) {
                    copyClasses(benchmarks.getPath("/"), jar);
                }
            }
        }
        return target;
    }

    private static Path own() {
        try {
            return Path.of(AppendHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("these classes come from nowhere", impossible);
        }
    }

    private static void copyClasses(Path root, FileSystem jar) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("io/writ"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = root.relativize(file).toString();
                if (CLASSES.stream().anyMatch(name::startsWith)) {
                    Path target = jar.getPath(name);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.toString().contains("workarea")
                        && !file.toString().contains("/logs/")) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
