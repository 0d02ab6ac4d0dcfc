package io.writ.governance;

import jakarta.json.JsonObject;
import java.time.Instant;

/**
 * One backtest as its tenant sees it, on whatever node it runs.
 *
 * @param requested how many decisions it is about at most
 */
public record BacktestView(BacktestId id, Instant requestedAt, long requested, State state) {

    /** How far it is. */
    public sealed interface State {

        /** So many decisions are done. */
        record Running(long decisions) implements State {}

        record Done(Instant endedAt, Report report) implements State {}

        /** It ended without a report; one sentence says why. */
        record Failed(Instant endedAt, String problem) implements State {}

        /** The node that ran it is gone. */
        record Interrupted() implements State {}
    }

    /** What it found, in its three forms. */
    public record Report(JsonObject json, String markdown, String junit) {}
}
