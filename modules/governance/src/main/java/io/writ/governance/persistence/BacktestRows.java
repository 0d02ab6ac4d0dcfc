package io.writ.governance.persistence;

import io.writ.evidence.StrictJson;
import io.writ.governance.BacktestId;
import io.writ.governance.BacktestView;
import io.writ.governance.BacktestView.State;
import io.writ.governance.GovernanceException;
import io.writ.governance.TenantId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Backtests over all nodes. A tenant has one place for a running one; the node that has it must say every now and then
 * that it is alive, by the clock of the database.
 */
public final class BacktestRows {

    /** A page of decisions takes seconds at worst; a node that is silent for so long is gone. */
    private static final String SILENCE_MAX = "interval '2 min'";

    private static final String CLAIM = """
            with slot as (
                insert into writ.policy_backtest_slot as held (tenant_id, backtest_id, decisions, beat_at)
                values (?, ?, 0, now())
                    on conflict (tenant_id) do update
                       set backtest_id = excluded.backtest_id, decisions = 0, beat_at = excluded.beat_at
                     where held.beat_at < now() - {silence}
                returning tenant_id, backtest_id)
            insert into writ.policy_backtest (backtest_id, tenant_id, requested_at, requested)
            select backtest_id, tenant_id, ?, ? from slot
            returning 1
            """.replace("{silence}", SILENCE_MAX);

    private static final String BEAT = """
            update writ.policy_backtest_slot set decisions = ?, beat_at = now()
             where tenant_id = ? and backtest_id = ?
            returning 1
            """;

    private static final String END = """
            with free as (
                update writ.policy_backtest_slot set beat_at = '-infinity' where tenant_id = ? and backtest_id = ?)
            insert into writ.policy_backtest_end (backtest_id, tenant_id, ended_at, report, markdown, junit, failure)
            values (?, ?, ?, ?::jsonb, ?, ?, ?)
            on conflict (backtest_id) do nothing
            returning 1
            """;

    private static final String FIND = """
            select ordered.requested_at, ordered.requested, slot.decisions,
                   coalesce(slot.beat_at > now() - {silence}, false) as alive,
                   ended.ended_at, ended.report::text as report, ended.markdown, ended.junit, ended.failure
              from writ.policy_backtest ordered
              left join writ.policy_backtest_end ended using (backtest_id)
              left join writ.policy_backtest_slot slot using (backtest_id)
             where ordered.backtest_id = ?
            """.replace("{silence}", SILENCE_MAX);

    private final DataSource database;

    public BacktestRows(DataSource database) {
        this.database = database;
    }

    /** Takes the tenant's place and notes the order; tells whether the place was free. */
    public boolean claim(TenantId tenant, BacktestId id, Instant now, long requested) {
        return run(
                "claiming a backtest",
                tenant,
                CLAIM,
                statement -> statement
                        .text(tenant.value())
                        .uuid(id.value())
                        .instant(now)
                        .number(requested));
    }

    /** Says that it is alive; tells whether the place is still its own. */
    public boolean beat(TenantId tenant, BacktestId id, long decisions) {
        return run(
                "keeping backtest " + id,
                tenant,
                BEAT,
                statement -> statement.number(decisions).text(tenant.value()).uuid(id.value()));
    }

    /** Notes how it ended, once, and frees the place. */
    public void end(TenantId tenant, BacktestId id, State ending) {
        switch (ending) {
            case State.Done(var at, var report) -> end(tenant, id, at, Optional.of(report), Optional.empty());
            case State.Failed(var at, var problem) -> end(tenant, id, at, Optional.empty(), Optional.of(problem));
            case State.Running _, State.Interrupted _ ->
                throw new IllegalArgumentException("that is no way for backtest " + id + " to end");
        }
    }

    /** One backtest of the tenant. */
    public Optional<BacktestView> find(TenantId tenant, BacktestId id) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, FIND)) {
            ResultSet row = statement.uuid(id.value()).rows();
            return row.next() ? Optional.of(view(id, row)) : Optional.empty();
        } catch (SQLException databaseDown) {
            throw new GovernanceException("looking for backtest " + id, databaseDown);
        }
    }

    private void end(
            TenantId tenant,
            BacktestId id,
            Instant at,
            Optional<BacktestView.Report> report,
            Optional<String> failure) {
        run(
                "ending backtest " + id,
                tenant,
                END,
                statement -> statement
                        .text(tenant.value())
                        .uuid(id.value())
                        .uuid(id.value())
                        .text(tenant.value())
                        .instant(at)
                        .text(report.map(BacktestView.Report::json).map(Object::toString))
                        .text(report.map(BacktestView.Report::markdown))
                        .text(report.map(BacktestView.Report::junit))
                        .text(failure));
    }

    private static BacktestView view(BacktestId id, ResultSet row) throws SQLException {
        return new BacktestView(id, SessionRow.instant(row, "requested_at"), row.getLong("requested"), state(row));
    }

    private static State state(ResultSet row) throws SQLException {
        String report = row.getString("report");
        String failure = row.getString("failure");
        if (report != null) {
            return new State.Done(
                    SessionRow.instant(row, "ended_at"),
                    new BacktestView.Report(
                            StrictJson.parseObject(report), row.getString("markdown"), row.getString("junit")));
        }
        if (failure != null) {
            return new State.Failed(SessionRow.instant(row, "ended_at"), failure);
        }
        return row.getBoolean("alive") ? new State.Running(row.getLong("decisions")) : new State.Interrupted();
    }

    private boolean run(String attempt, TenantId tenant, String sql, Binding binding) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, tenant, sql)) {
            return binding.bind(statement).rows().next();
        } catch (SQLException databaseDown) {
            throw new GovernanceException(attempt, databaseDown);
        }
    }

    /** Binds parameters in the order of the text. */
    private interface Binding {
        TenantStatement bind(TenantStatement statement) throws SQLException;
    }
}
