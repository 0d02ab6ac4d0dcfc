package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The condition of a recording: a statement that yields one row when the recording may happen, and none otherwise.
 * Everything else is inserted from that row, so a closed gate leaves nothing behind.
 *
 * @param <T> what the gate's row tells
 */
sealed interface Gate<T> permits CallGate, NoteGate, OpenGate, CloseGate, IntentGate, SettleGate, LapseGate {

    /** The whole text of the recording, see {@link RecordingSql}; the same object every time. */
    String sql();

    /** Binds the gate's own parameters, which come first. */
    void bind(TenantStatement statement) throws SQLException;

    T read(ResultSet row) throws SQLException;

    /** What the gate would tell when it has no condition and changes nothing; then it need not be asked. */
    default Optional<T> unasked() {
        return Optional.empty();
    }
}
