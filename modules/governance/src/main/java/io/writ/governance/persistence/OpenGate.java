package io.writ.governance.persistence;

import io.writ.evidence.Budget;
import io.writ.governance.session.SessionFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;

/** Opens a session. The record that opens it announces the run; its end is due when the session expires. */
record OpenGate(NewSession opening, DecisionRow row, Standing.Intent intent) implements Gate<String> {

    private static final String SQL = RecordingSql.behind("""
            insert into writ.session (
                session_id, tenant_id, trace_id, principal_id, principal_commitment, actor_chain, roles, purpose,
                token_hash, created_at, expires_at, as_of, policy_snapshot_id, policy_snapshot_hash, policy_snapshot,
                max_operator_calls, max_bytes, max_wallclock_ms, max_steps, max_parallelism,
                question, question_commitment, intent_id, decision_count)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?,
                    ?, ?, ?, ?, ?, ?, ?::jsonb,
                    ?, ?, ?, ?, ?,
                    ?, ?, ?, 1)
            returning session_id
            """, PendingSql.INSERT);

    @Override
    public String sql() {
        return SQL;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        SessionFacts facts = opening.facts();
        statement
                .text(facts.key().session().value())
                .text(facts.key().tenant().value())
                .text(facts.traceId())
                .text(facts.principal().value())
                .digest(facts.principalCommitment())
                .text(opening.actorChain().toString())
                .array("text", opening.principal().roles().toArray())
                .text(facts.purpose())
                .digest(facts.tokenDigest())
                .instant(facts.createdAt())
                .instant(facts.expiresAt())
                .instant(facts.asOf())
                .text(facts.snapshot().id())
                .digest(facts.snapshot().hash())
                .text(opening.snapshot().toString());
        bindBudget(statement, facts.budget());
        statement.text(opening.question()).digest(opening.questionCommitment()).uuid(row.id());
        PendingSql.bindInsert(statement, row, intent);
    }

    private static void bindBudget(TenantStatement statement, Budget budget) throws SQLException {
        statement
                .number(budget.operatorCallsMax())
                .number((long) budget.bytesMax())
                .number(budget.wallclockMillisMax())
                .number(budget.stepsMax());
        if (budget.parallelismMax().isPresent()) {
            statement.number(budget.parallelismMax().getAsInt());
        } else {
            statement.nothing(Types.INTEGER);
        }
    }

    @Override
    public String read(ResultSet row) throws SQLException {
        return row.getString("session_id");
    }
}
