package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Closes a session that is open and still under the label that policy was told; of two that try, one finds it closed. */
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
               and label_classification = ?
               and label_origin = ?
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
                .text(closing.session().session().value())
                .number(LabelNumbers.of(closing.seen().classification()))
                .number(LabelNumbers.of(closing.seen().origin()));
    }

    @Override
    public String read(ResultSet row) throws SQLException {
        return row.getString("terminal_mode");
    }
}
