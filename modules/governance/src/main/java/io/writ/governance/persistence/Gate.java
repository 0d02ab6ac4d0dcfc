package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The condition of a recording: a statement that yields one row when the recording may happen, and none otherwise.
 * Everything else is inserted from that row, so a closed gate leaves nothing behind.
 *
 * @param <T> what the gate's row tells
 */
interface Gate<T> {

    /** The whole text of the recording, see {@link RecordingSql}; the same object every time. */
    String sql();

    /** Binds the gate's own parameters, which come first. */
    void bind(TenantStatement statement) throws SQLException;

    T read(ResultSet row) throws SQLException;
}
