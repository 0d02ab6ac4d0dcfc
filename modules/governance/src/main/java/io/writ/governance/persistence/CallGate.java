package io.writ.governance.persistence;

import io.writ.governance.session.Progress;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Charges a session for one call: open, within budget, and still under the label that policy was told. This condition
 * is the truth about budgets; every check before it only saves work.
 */
record CallGate(Charge charge) implements Gate<Progress> {

    private static final String SQL = RecordingSql.behind("""
            update writ.session
               set calls_used = calls_used + 1,
                   bytes_used = bytes_used + ?,
                   label_classification = greatest(label_classification, ?),
                   label_origin = greatest(label_origin, ?),
                   evidence_count = evidence_count + ?,
                   decision_count = decision_count + 1
             where session_id = ?
               and finalized_at is null
               and expires_at >= ?
               and calls_used < max_operator_calls
               and (max_bytes = 0 or bytes_used + ? <= max_bytes)
               and label_classification = ?
               and label_origin = ?
            returning calls_used, evidence_count, decision_count, bytes_used, label_classification, label_origin
            """);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        statement
                .number(charge.bytes())
                .number(LabelNumbers.of(charge.added().classification()))
                .number(LabelNumbers.of(charge.added().origin()))
                .number(charge.units())
                .text(charge.session().session().value())
                .instant(charge.now())
                .number(charge.bytes())
                .number(LabelNumbers.of(charge.seen().classification()))
                .number(LabelNumbers.of(charge.seen().origin()));
    }

    @Override
    public Progress read(ResultSet row) throws SQLException {
        return new Progress(SessionRow.counts(row), row.getLong("bytes_used"), LabelNumbers.read(row), false);
    }
}
