package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Announces something, in a run that is open or in none. */
record IntentGate(DecisionRow row, Standing.Intent intent) implements Gate<Integer> {

    private static final String IN_SESSION = RecordingSql.behind(NoteGate.OPEN, PendingSql.INSERT);
    private static final String WITHOUT_SESSION = RecordingSql.behind(NoteGate.NONE, PendingSql.INSERT);

    @Override
    public String sql() {
        return row.session().isPresent() ? IN_SESSION : WITHOUT_SESSION;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        if (row.session().isPresent()) {
            statement.text(row.session().get().value());
        }
        PendingSql.bindInsert(statement, row, intent);
    }

    @Override
    public Integer read(ResultSet row) throws SQLException {
        return row.getInt("decision_count");
    }
}
