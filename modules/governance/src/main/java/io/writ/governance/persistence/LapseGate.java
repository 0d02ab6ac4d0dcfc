package io.writ.governance.persistence;

import io.writ.evidence.TerminalMode;
import io.writ.governance.session.RunCounts;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Ends a run that nobody ended in time, under the counts that its gap states. */
record LapseGate(DecisionRow row, Standing.Ending gap, RunCounts counts) implements Gate<String> {

    /** What nobody answered is not supported by anything. */
    static final TerminalMode MODE = TerminalMode.INSUFFICIENT_EVIDENCE;

    private static final String SQL = RecordingSql.behind("""
            update writ.session
               set finalized_at = now(),
                   terminal_mode = ?,
                   decision_count = decision_count + 1
             where session_id = ?
               and intent_id = ?
               and finalized_at is null
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
        statement
                .text(MODE.name())
                .text(row.session().orElseThrow().value())
                .uuid(gap.intent())
                .number(counts.answered())
                .number(counts.evidence())
                .number(counts.records())
                .uuid(gap.intent());
    }

    @Override
    public String read(ResultSet row) throws SQLException {
        return row.getString("terminal_mode");
    }
}
