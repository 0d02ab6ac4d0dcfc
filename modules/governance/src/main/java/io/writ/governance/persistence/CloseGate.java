package io.writ.governance.persistence;

import io.writ.governance.session.RunCounts;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Closes a session that is open, still under the label that policy was told, and holds exactly what its end states. Of
 * two that try, one finds it closed.
 */
record CloseGate(Closing closing, Standing.Ending ending) implements Gate<String> {

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
               and intent_id = ?
               and calls_used = ?
               and evidence_count = ?
               and decision_count = ?
            returning terminal_mode
            """, PendingSql.DELETE);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        RunCounts counts = ending.run().orElseThrow();
        statement
                .instant(closing.at())
                .text(closing.mode().name())
                .text(closing.claimMap().toString())
                .text(closing.answer())
                .text(closing.session().session().value())
                .number(LabelNumbers.of(closing.seen().classification()))
                .number(LabelNumbers.of(closing.seen().origin()))
                .uuid(ending.intent())
                .number(counts.answered())
                .number(counts.evidence())
                .number(counts.records())
                .uuid(ending.intent());
    }

    @Override
    public String read(ResultSet row) throws SQLException {
        return row.getString("terminal_mode");
    }
}
