package io.writ.boundary;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A small source that breaks one rule. Its first lines say where it pretends to live and what the compiler must say:
 * {@code // module: …}, {@code // expect: <diagnostic code> | <text in the message>}.
 */
record OffendingSource(Path file, String module, String code, String message) {

    /** As Liberty runs it: everything on one class path, where only the bytecode rules are left. */
    private static final String UNNAMED = "unnamed";

    static List<OffendingSource> all(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(OffendingSource::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static OffendingSource read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String module = header(lines, "// module: ");
            String[] expectation = header(lines, "// expect: ").split("\\|", 2);
            return new OffendingSource(file, module, expectation[0].strip(), expectation[1].strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String header(List<String> lines, String prefix) {
        return lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a fixture needs a line " + prefix));
    }

    /** Compiles the source as part of its module and returns what the compiler complained about. */
    List<Diagnostic<? extends JavaFileObject>> compile(Path classes) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var problems = new DiagnosticCollector<JavaFileObject>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, Locale.ROOT, null)) {
            compiler.getTask(
                            null,
                            files,
                            problems,
                            options(classes),
                            null,
                            files.getJavaFileObjectsFromPaths(withCompanion()))
                    .call();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .toList();
    }

    /** A rule about two classes needs a second one: {@code companions/<name>Back.java}. */
    private List<Path> withCompanion() {
        String name = file.getFileName().toString().replace(".java", "Back.java");
        Path companion = file.resolveSibling("companions").resolve(name);
        return Files.exists(companion) ? List.of(file, companion) : List.of(file);
    }

    private List<String> options(Path classes) {
        String path = String.join(
                File.pathSeparator,
                Repository.modulePath().stream().map(Path::toString).toList());
        List<String> options =
                new ArrayList<>(List.of("-d", classes.toString(), "--release", "25", "-proc:none", "-implicit:none"));
        if (module.equals(UNNAMED)) {
            options.addAll(List.of("--class-path", path));
        } else {
            options.addAll(List.of("--class-path", "", "--module-path", path, "--add-modules", module));
            options.addAll(List.of("--patch-module", module + "=" + file.getParent()));
        }
        return options;
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
