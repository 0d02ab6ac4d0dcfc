package io.writ.governance.persistence;

import io.writ.governance.SessionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Counts a note in the run that it belongs to, if any. A run that has ended states how much it holds, so a later note
 * must say that it came later: it finds this gate closed until it does.
 */
record NoteGate(DecisionRow row) implements Gate<Integer> {

    /** Of a run that is open. */
    static final String OPEN = """
            update writ.session
               set decision_count = decision_count + 1
             where session_id = ?
               and finalized_at is null
            returning decision_count
            """;

    /** Of no run. */
    static final String NONE = "select 1 as decision_count";

    private static final String IN_SESSION = RecordingSql.behind(OPEN);
    private static final String AFTER_END =
            RecordingSql.behind(OPEN.replace("finalized_at is null", "finalized_at is not null"));
    private static final String WITHOUT_SESSION = RecordingSql.behind(NONE);

    @Override
    public String sql() {
        if (row.session().isEmpty()) {
            return WITHOUT_SESSION;
        }
        return row.standing().afterEnd() ? AFTER_END : IN_SESSION;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        if (row.session().isPresent()) {
            statement.text(row.session().map(SessionId::value).get());
        }
    }

    @Override
    public Optional<Integer> unasked() {
        return row.session().isPresent() ? Optional.empty() : Optional.of(1);
    }

    @Override
    public Integer read(ResultSet row) throws SQLException {
        return row.getInt("decision_count");
    }
}
