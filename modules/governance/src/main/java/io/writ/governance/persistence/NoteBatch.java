package io.writ.governance.persistence;

import java.sql.SQLException;
import java.util.List;

/**
 * {@link NoteGate} of sessions for many: all pass but those that mistake whether their run has ended, and those whose
 * session somebody else holds. They are asked alone.
 */
final class NoteBatch {

    static final String SQL = """
            with asked as (
                select * from unnest(?::int[], ?::text[], ?::int[]) as asked (place, session_id, after_end)),
            wanted as (
                select session_id, after_end, count(*)::int as notes from asked group by session_id, after_end),
            held as materialized (
                select session_id, finalized_at, decision_count
                  from writ.session
                 where session_id in (select session_id from wanted)
                 order by session_id
                   for update skip locked),
            gate as (
                update writ.session
                   set decision_count = held.decision_count + wanted.notes
                  from wanted join held using (session_id)
                 where session.session_id = held.session_id
                   and (held.finalized_at is not null) = (wanted.after_end = 1)
                returning session.session_id, wanted.after_end, held.decision_count)
            select asked.place, gate.decision_count + row_number() over earlier as decision_count
              from asked join gate using (session_id, after_end)
            window earlier as (partition by asked.session_id order by asked.place)
            """;

    private NoteBatch() {}

    static void bind(TenantStatement statement, List<Asked<NoteGate>> notes) throws SQLException {
        statement
                .integers(notes, Asked::place)
                .texts(notes, note -> note.gate().row().session().orElseThrow().value())
                .integers(notes, note -> note.gate().row().standing().afterEnd() ? 1 : 0);
    }
}
