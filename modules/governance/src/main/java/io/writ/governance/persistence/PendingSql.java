package io.writ.governance.persistence;

import java.sql.SQLException;
import java.time.Duration;

/** Fragments about intents that have no end yet. */
final class PendingSql {

    /**
     * Follows a gate. The deadline is the database's own time and how long the node gives it: clocks of nodes may differ
     * by an hour, and no node may declare another one's run unfinished because of that.
     */
    static final String INSERT = """
            , pending as (
                insert into writ.pending_intent (intent_id, tenant_id, session_id, event, due_at)
                select ?, ?, ?, ?, now() + ?::bigint * interval '1 millisecond' from gate)
            """;

    /** Follows a gate that has decided already who ends the intent. */
    static final String DELETE = """
            , gone as (
                delete from writ.pending_intent using gate where intent_id = ?)
            """;

    private PendingSql() {}

    static void bindInsert(TenantStatement statement, DecisionRow row, Standing.Intent intent) throws SQLException {
        statement
                .uuid(row.id())
                .text(row.tenant().value())
                .text(row.session().map(Object::toString))
                .text(row.event())
                .number(Duration.between(row.occurredAt(), intent.dueAt()).toMillis());
    }
}
