package io.writ.governance;

import java.util.Optional;
import java.util.UUID;

/** Names one backtest. */
public record BacktestId(UUID value) {

    /** Reads what a caller sent; nothing when it is no such name. */
    public static Optional<BacktestId> parse(String text) {
        try {
            UUID value = UUID.fromString(text);
            return value.toString().equals(text) ? Optional.of(new BacktestId(value)) : Optional.empty();
        } catch (IllegalArgumentException otherText) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
