package io.writ.cli.ledger;

import io.writ.cli.ExitCode;
import io.writ.ledger.CheckpointView;
import java.util.Locale;

/** What one look at a log brought. */
sealed interface Sight {

    /** One line for a person. */
    String told();

    /** The log is as it should be. {@code note} is the checkpoint to remember. */
    record Fine(String event, CheckpointView checkpoint, String note, String told) implements Sight {}

    /** Nothing can be said now; a later look may. */
    record Unclear(String told) implements Sight {}

    /** The log broke what it promised. */
    record Broken(Alarm alarm, String told) implements Sight {}

    /** Why a watch ends, each with an exit code of its own. */
    enum Alarm {
        /** Two histories: what was under the older checkpoint is not under the newer one. */
        FORK(3),
        /** The newer checkpoint covers less than the older one. */
        SHRINK(4),
        /** The log does not go on, or cannot be asked, for longer than it may. */
        STALL(5),
        /** Another key, or another log, speaks. */
        KEY(6);

        private final int exitCode;

        Alarm(int exitCode) {
            this.exitCode = exitCode;
        }

        int exitCode() {
            return exitCode;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What the process says to the script that called it, when this was the last look. */
    default int exitCode() {
        return switch (this) {
            case Fine _ -> ExitCode.OK;
            case Unclear _ -> ExitCode.CANNOT_RUN;
            case Broken broken -> broken.alarm().exitCode();
        };
    }
}
