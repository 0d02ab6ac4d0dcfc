package io.writ.cli.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The Liberty installation that the build laid out, with the server named {@code writ} in it. */
public record ServerHome(Path directory) {

    static final String SERVER = "writ";

    public ServerHome {
        directory = directory.toAbsolutePath().normalize();
        if (!Files.isDirectory(directory.resolve("usr/servers/" + SERVER))) {
            throw new IllegalArgumentException(
                    "there is no built server in " + directory + "; run ./writ demo or mvn package first");
        }
    }

    /**
     * Tells whether an instance holds another application than this home. Liberty tells applications apart by the time
     * stamps in them, which a reproducible build makes equal, so its cache must go when the bytes differ.
     */
    boolean differsFrom(Path userDirectory) {
        Path application = Path.of("servers", SERVER, "apps", SERVER + ".war");
        Path laidOut = userDirectory.resolve(application);
        try {
            return !Files.exists(laidOut)
                    || Files.mismatch(directory.resolve("usr").resolve(application), laidOut) >= 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("comparing " + laidOut, unreadable);
        }
    }

    /**
     * Copies what belongs to one instance (configuration, application, driver), so that several servers can run from
     * one installation.
     */
    void layOut(Path userDirectory) {
        copy(directory.resolve("usr/shared"), userDirectory.resolve("shared"));
        copy(directory.resolve("usr/servers/" + SERVER), userDirectory.resolve("servers/" + SERVER));
    }

    /** The command that starts the server in the foreground of its own process, without the launcher script. */
    List<String> command(List<String> javaOptions, boolean clean) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + directory.resolve("lib/platform/java/java24.options"));
        command.addAll(javaOptions);
        command.add("-javaagent:" + directory.resolve("bin/tools/ws-javaagent.jar"));
        command.add("-jar");
        command.add(directory.resolve("bin/tools/ws-server.jar").toString());
        command.add(SERVER);
        if (clean) {
            command.add("--clean");
        }
        return List.copyOf(command);
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(ServerHome::isConfiguration).toList()) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException("laying out a server in " + to, unwritable);
        }
    }

    private static boolean isConfiguration(Path file) {
        String text = file.toString().replace('\\', '/');
        return !text.contains("/workarea") && !text.contains("/logs");
    }
}
