package io.writ.cli.ledger;

import io.writ.cli.CommandFailure;
import io.writ.ledger.CheckpointView;
import io.writ.ledger.FollowedLog;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The last checkpoint that was seen, in a file: the signed note itself, so that it can be shown to others. Written beside
 * and moved, so that it is never half there.
 */
final class WatchState {

    private final Path file;

    WatchState(Path file) {
        this.file = file;
    }

    /** What was seen last; empty before the first look. A file that holds something else is no state to go on from. */
    Optional<CheckpointView> known(FollowedLog log) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return switch (log.read(Files.readString(file))) {
                case FollowedLog.Reading.Trusted(var checkpoint) -> Optional.of(checkpoint);
                // The key may have changed since: what was seen stays seen.
                case FollowedLog.Reading.Strange strange -> Optional.of(strange.checkpoint());
                case FollowedLog.Reading.Nonsense(var why) ->
                    throw new CommandFailure("the state " + file + " holds no checkpoint (" + why
                            + "): put back the right file, or begin anew with another --state");
            };
        } catch (IOException unreadable) {
            throw new CommandFailure("the state " + file + " cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    void remember(String note) {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(beside, note);
            move(beside);
        } catch (IOException unwritable) {
            throw new CommandFailure(
                    "the state " + file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
    }

    private void move(Path beside) throws IOException {
        try {
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException elsewhere) {
            throw new IOException("its folder cannot replace a file in one step", elsewhere);
        }
    }
}
