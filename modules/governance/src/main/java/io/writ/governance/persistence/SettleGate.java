package io.writ.governance.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Ends an intent that is no run. Of several that try, the one that takes its pending row away does. The run that it
 * belongs to is held meanwhile, so that the run cannot end between the counting and the commit.
 */
record SettleGate(DecisionRow row, Standing.Ending ending) implements Gate<Integer> {

    private static final String TAKE = """
            gate as (
                delete from writ.pending_intent pending{run}
                 where pending.intent_id = ? and {no_run}
                returning 1 as settled)
            """;

    private static final String HOLD = """
            held as (
                select session_id from writ.session where session_id = ? and finalized_at is null for update),
            """;

    private static final String COUNT = """
            , counted as (
                update writ.session run
                   set decision_count = decision_count + 1
                  from gate
                 where run.session_id = ?)
            """;

    private static final String NO_RUN = "pending.event <> 'create_session'";

    /** The end of a run is another gate's; but a run whose session is gone has no other end. */
    private static final String NO_RUN_ANY_MORE = "(" + NO_RUN + " or not exists"
            + " (select from writ.session run where run.session_id = pending.session_id))";

    private static final String TAKE_HELD = TAKE.replace("{run}", " using held").replace("{no_run}", NO_RUN);

    private static final String WITHOUT_SESSION =
            RecordingSql.of(TAKE.replace("{run}", "").replace("{no_run}", NO_RUN_ANY_MORE));
    private static final String IN_SESSION = RecordingSql.of(HOLD + TAKE_HELD + COUNT);
    private static final String AFTER_END = RecordingSql.of(HOLD.replace("is null", "is not null") + TAKE_HELD + COUNT);

    @Override
    public String sql() {
        if (row.session().isEmpty()) {
            return WITHOUT_SESSION;
        }
        return ending.afterEnd() ? AFTER_END : IN_SESSION;
    }

    @Override
    public void bind(TenantStatement statement) throws SQLException {
        if (row.session().isEmpty()) {
            statement.uuid(ending.intent());
            return;
        }
        String session = row.session().get().value();
        statement.text(session).uuid(ending.intent()).text(session);
    }

    @Override
    public Integer read(ResultSet row) throws SQLException {
        return row.getInt("settled");
    }
}
