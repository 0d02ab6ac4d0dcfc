package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Closes a session that is open; of two that try, one finds it closed. */
record CloseGate(Closing closing) implements Gate<String> {

    private static final String SQL = RecordingSql.behind("""
            update writ.session
               set finalized_at = ?,
                   terminal_mode = ?,
                   claim_map = ?::jsonb,
                   answer = ?,
                   decision_count = decision_count + 1
             where session_id = ?
               and finalized_at is null
            returning terminal_mode
            """);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        statement
                .instant(closing.at())
                .text(closing.mode().name())
                .text(closing.claimMap().toString())
                .text(closing.answer())
                .text(closing.session().session().value());
    }

    @Override
    public String read(ResultSet row) throws SQLException {
        return row.getString("terminal_mode");
    }
}
