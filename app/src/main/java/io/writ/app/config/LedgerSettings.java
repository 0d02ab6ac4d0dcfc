package io.writ.app.config;

import io.writ.ledger.LogKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads who signs the ledger, and how far its tree may be behind. */
final class LedgerSettings {

    /** Faster than this the checkpoints cost more than what they cover. */
    private static final int CYCLE_MIN_MILLIS = 10;

    private static final int CYCLE_MAX_MILLIS = 60_000;

    /** Who can do without checkpoints for an hour needs no bound. */
    private static final int LAG_MAX_MILLIS = 3_600_000;

    private final Environment environment;

    LedgerSettings(Environment environment) {
        this.environment = environment;
    }

    SequencerSettings read() {
        Optional<String> key = key(ConfigKey.LEDGER_KEY);
        Optional<String> previous = key(ConfigKey.LEDGER_PREVIOUS_KEY);
        checkSuccession(key, previous);
        return new SequencerSettings(
                key,
                previous,
                environment.millis(ConfigKey.LEDGER_CYCLE_MS, CYCLE_MIN_MILLIS, CYCLE_MAX_MILLIS),
                environment.millis(ConfigKey.LEDGER_LAG_MAX_MS, 0, LAG_MAX_MILLIS));
    }

    private void checkSuccession(Optional<String> key, Optional<String> previous) {
        if (previous.isPresent() && environment.given(ConfigKey.LEDGER_KEY).isEmpty()) {
            environment.note(StartupProblem.missing(
                    ConfigKey.LEDGER_KEY, "Set it to the key that takes over from the previous one."));
        } else if (key.isPresent() && previous.isPresent()) {
            LogKey.successionProblem(previous.get(), key.get())
                    .ifPresent(what -> environment.note(
                            StartupProblem.invalid(ConfigKey.LEDGER_PREVIOUS_KEY, "does not fit: " + what + ".")));
        }
    }

    private Optional<String> key(ConfigKey name) {
        if (environment.given(name).isEmpty()) {
            return Optional.empty();
        }
        Path file = environment.file(name);
        try {
            String key = Files.isRegularFile(file) ? Files.readString(file) : "";
            Optional<String> problem = LogKey.problem(key);
            problem.ifPresent(what -> environment.note(StartupProblem.invalid(name, "does not fit: " + what + ".")));
            return problem.isPresent() ? Optional.empty() : Optional.of(key);
        } catch (IOException unreadable) {
            environment.note(StartupProblem.invalid(name, "cannot be read."));
            return Optional.empty();
        }
    }
}
