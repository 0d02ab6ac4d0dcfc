package io.writ.ledger.persistence;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What was begun and what ended it, wherever that is counted. */
public interface RunRows {

    /** Every run. */
    void runs(Consumer<Run> visitor) throws IOException, SQLException;

    /** Intents that nothing closes. */
    void unended(Consumer<Unended> visitor) throws IOException, SQLException;

    /** Records that close an intent which is not there. */
    void endingsWithoutIntent(Consumer<Ending> visitor) throws IOException, SQLException;

    /** Of several that close the same intent all but the first. */
    void furtherEndings(Consumer<Ending> visitor) throws IOException, SQLException;

    /** Records that say of an intent that it has no outcome. */
    void gaps(Consumer<Ending> visitor) throws IOException, SQLException;

    Totals totals() throws IOException, SQLException;

    /** A record and where it stands; lane 0 when no entry stands for it. */
    record Standing(UUID recordId, long lane, long seq) {}

    /**
     * A run as its records have it.
     *
     * @param opened whether a record says that it was opened
     * @param end what closes the intent that opened it
     * @param canonical text of that end
     */
    record Run(
            String session,
            boolean opened,
            Optional<Standing> end,
            Optional<String> canonical,
            long records,
            long answered,
            long units) {}

    /**
     * An intent that nothing closes.
     *
     * @param pendingUntil what the server's own table says, if it knows of it
     * @param now by the clock of the database
     */
    record Unended(Standing standing, String canonical, Optional<Instant> pendingUntil, Instant now) {}

    /** A record that closes an intent. */
    record Ending(Standing standing, UUID closes) {}

    /** How many intents, outcomes and gaps there are. */
    record Totals(long intents, long outcomes, long gaps) {}
}
