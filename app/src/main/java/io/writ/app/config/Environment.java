package io.writ.app.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Typed reading of keys. A value that does not fit is noted as a problem and replaced by something harmless, so that
 * the rest can be checked too; {@link #problems()} decides whether the result may be used.
 */
final class Environment {

    private static final Path NOWHERE = Path.of("");

    private final Function<String, Optional<String>> lookup;
    private final List<StartupProblem> problems = new ArrayList<>();

    Environment(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /** The value, or the fallback; blank counts as absent. */
    String text(ConfigKey key) {
        return given(key).orElse(key.fallback());
    }

    Optional<String> given(ConfigKey key) {
        return given(key.env());
    }

    Optional<String> given(String env) {
        return lookup.apply(env).map(String::strip).filter(value -> !value.isEmpty());
    }

    int integer(ConfigKey key, int min, int max) {
        try {
            int value = Integer.parseInt(text(key));
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // Told below, together with the range.
        }
        note(StartupProblem.invalid(key, "must be a whole number from " + min + " to " + max + "."));
        return min;
    }

    Duration seconds(ConfigKey key, int min, int max) {
        return Duration.ofSeconds(integer(key, min, max));
    }

    Duration millis(ConfigKey key, int min, int max) {
        return Duration.ofMillis(integer(key, min, max));
    }

    /** A share between 0 and 1. */
    double share(ConfigKey key) {
        try {
            double value = Double.parseDouble(text(key));
            if (value >= 0 && value <= 1) {
                return value;
            }
        } catch (NumberFormatException ignored) {
            // Told below, together with the range.
        }
        note(StartupProblem.invalid(key, "must be a number from 0 to 1."));
        return 1;
    }

    boolean flag(ConfigKey key) {
        String value = text(key);
        if (!value.equals("true") && !value.equals("false")) {
            note(StartupProblem.invalid(key, "must be true or false."));
        }
        return value.equals("true");
    }

    Path file(ConfigKey key) {
        return path(key, "a file that can be read", path -> Files.isRegularFile(path) && Files.isReadable(path));
    }

    Path directory(ConfigKey key) {
        return path(key, "a directory that can be read", path -> Files.isDirectory(path) && Files.isReadable(path));
    }

    void note(StartupProblem problem) {
        problems.add(problem);
    }

    List<StartupProblem> problems() {
        return List.copyOf(problems);
    }

    private Path path(ConfigKey key, String wanted, Predicate<Path> check) {
        Optional<String> given = given(key);
        if (given.isEmpty()) {
            note(StartupProblem.missing(key, "Set it to " + wanted + ". " + key.meaning()));
            return NOWHERE;
        }
        try {
            Path path = Path.of(given.get()).toAbsolutePath().normalize();
            if (check.test(path)) {
                return path;
            }
        } catch (InvalidPathException ignored) {
            // Told below.
        }
        note(StartupProblem.invalid(key, "must name " + wanted + ", and " + given.get() + " is none."));
        return NOWHERE;
    }
}
