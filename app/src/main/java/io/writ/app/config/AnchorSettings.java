package io.writ.app.config;

import io.writ.ledger.AnchorConfig;
import io.writ.ledger.LogKey;
import io.writ.ledger.WitnessConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads where checkpoints go, and for whom this installation is a witness. */
final class AnchorSettings {

    /** More often than this each checkpoint of the tree would become a file for ever. */
    private static final int EVERY_MIN_MILLIS = 100;

    private static final int HOUR_MILLIS = 3_600_000;
    private static final int DAY_SECS = 86_400;

    private final Environment environment;

    AnchorSettings(Environment environment) {
        this.environment = environment;
    }

    AnchorConfig anchors() {
        List<String> anchors = words(ConfigKey.LEDGER_ANCHORS);
        List<String> keys = words(ConfigKey.LEDGER_WITNESS_KEYS);
        Duration every = environment.millis(ConfigKey.LEDGER_ANCHOR_EVERY_MS, EVERY_MIN_MILLIS, HOUR_MILLIS);
        Duration lagMax = environment.seconds(ConfigKey.LEDGER_ANCHOR_LAG_SECS, 1, DAY_SECS);
        if (!isUsable(ConfigKey.LEDGER_ANCHORS, AnchorConfig.problem(anchors, List.of()))
                || !isUsable(ConfigKey.LEDGER_WITNESS_KEYS, AnchorConfig.problem(List.of(), keys))) {
            return AnchorConfig.NONE;
        }
        if (AnchorConfig.asksWitness(anchors) && keys.isEmpty()) {
            environment.note(StartupProblem.missing(
                    ConfigKey.LEDGER_WITNESS_KEYS,
                    "A witness is among the anchors, and without its public key its signature counts for nothing."));
        }
        return new AnchorConfig(anchors, keys, login(), every, lagMax);
    }

    WitnessConfig witness() {
        Optional<String> key = environment.given(ConfigKey.WITNESS_KEY).flatMap(_ -> key());
        List<String> logs = words(ConfigKey.WITNESS_LOGS);
        boolean usable = isUsable(ConfigKey.WITNESS_KEY, WitnessConfig.problem(key, List.of()))
                && isUsable(ConfigKey.WITNESS_LOGS, WitnessConfig.problem(Optional.empty(), logs));
        return usable ? new WitnessConfig(key, logs) : new WitnessConfig(Optional.empty(), List.of());
    }

    private AnchorConfig.GitLogin login() {
        return new AnchorConfig.GitLogin(
                environment.text(ConfigKey.LEDGER_GIT_USER), environment.text(ConfigKey.LEDGER_GIT_PASSWORD));
    }

    private Optional<String> key() {
        Path file = environment.file(ConfigKey.WITNESS_KEY);
        try {
            String key = Files.isRegularFile(file) ? Files.readString(file) : "";
            return isUsable(ConfigKey.WITNESS_KEY, LogKey.problem(key)) ? Optional.of(key) : Optional.empty();
        } catch (IOException unreadable) {
            environment.note(StartupProblem.invalid(ConfigKey.WITNESS_KEY, "cannot be read."));
            return Optional.empty();
        }
    }

    private boolean isUsable(ConfigKey key, Optional<String> problem) {
        problem.ifPresent(what -> environment.note(StartupProblem.invalid(key, "does not fit: " + what + ".")));
        return problem.isEmpty();
    }

    private List<String> words(ConfigKey key) {
        return Stream.of(environment.text(key).split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
