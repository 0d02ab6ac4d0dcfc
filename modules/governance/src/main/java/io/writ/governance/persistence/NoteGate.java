package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Lets everything through, and counts it in the session that it belongs to, if any. */
record NoteGate(Optional<String> session) implements Gate<Integer> {

    private static final String IN_SESSION = RecordingSql.behind("""
            update writ.session
               set decision_count = decision_count + 1
             where session_id = ?
            returning decision_count
            """);

    private static final String WITHOUT_SESSION = RecordingSql.behind("select 1 as decision_count");

    @Override
    public String sql() {
        return session.isPresent() ? IN_SESSION : WITHOUT_SESSION;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        if (session.isPresent()) {
            statement.text(session.get());
        }
    }

    @Override
    public Integer read(ResultSet row) throws SQLException {
        return row.getInt("decision_count");
    }
}
