package io.writ.governance.persistence;

import io.writ.governance.GovernanceException;
import io.writ.governance.SessionId;
import io.writ.governance.budget.PermitOrder;
import io.writ.governance.session.LiveSession;
import io.writ.governance.session.SessionKey;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Everything that must be asked before a call may go on, in one round trip: permits of a rate window, a session. */
public final class Doorstep {

    /**
     * How many windows on either side of the own one are looked at. Those of principals that never came back would stay
     * for ever otherwise; in the order of the primary key this costs two short index scans, and who adds one window can
     * take away a hundred. Rows that somebody else holds are left to the next one, so that nobody waits for this.
     */
    private static final int NEIGHBOURS_MAX = 50;

    private static final String SQL =
            """
            with wish as (
                select ?::text as tenant, ?::text as key, ?::timestamptz as start, ?::int as count, ?::int as max)
            , before as (
                select ctid as row, key, window_start from writ.rate_window
                 where tenant_id = (select tenant from wish) and key < (select key from wish)
                   and (select count from wish) > 0
                 order by key desc limit {neighbours})
            , after as (
                select ctid as row, key, window_start from writ.rate_window
                 where tenant_id = (select tenant from wish) and key > (select key from wish)
                   and (select count from wish) > 0
                 order by key limit {neighbours})
            , stale as (
                select row from (table before union all table after) near, wish
                 where near.window_start < wish.start - interval '1 day'
                union all
                select old.ctid from writ.rate_window old, wish
                 where old.tenant_id = wish.tenant and old.key = wish.key and old.window_start < wish.start
                   and wish.count > 0)
            , free as (
                select ctid as row from writ.rate_window
                 where ctid = any(array(select row from stale)) for update skip locked)
            , gone as (
                delete from writ.rate_window where ctid = any(array(select row from free)))
            , lease as (
                insert into writ.rate_window as held (tenant_id, key, window_start, used)
                select tenant, key, start, least(count, max) from wish where count > 0
                    on conflict (tenant_id, key, window_start)
                    do update set used = least(held.used + excluded.used, (select max from wish))
                        where held.used < (select max from wish)
                returning new.used - coalesce(old.used, 0) as granted)
            select coalesce((select granted from lease), 0) as granted, {session}
              from wish left join writ.session s on s.session_id = ?
            """.replace("{neighbours}", String.valueOf(NEIGHBOURS_MAX)).replace("{session}", SessionRow.COLUMNS);

    /** No session has this id: ids are ULIDs. */
    private static final SessionId NO_SESSION = new SessionId("-");

    private final DataSource database;

    public Doorstep(DataSource database) {
        this.database = database;
    }

    /**
     * What the database answered.
     *
     * @param permits how many of the wanted permits were granted
     * @param session the session, if it exists in the tenant
     */
    public record Answer(int permits, Optional<LiveSession> session) {}

    /** Leases permits and loads a session. */
    public Answer ask(PermitOrder order, SessionId session) {
        try (Connection connection = database.getConnection();
                TenantStatement statement = TenantStatement.prepare(connection, order.tenant(), SQL)) {
            ResultSet row = statement
                    .text(order.tenant().value())
                    .text(order.key())
                    .instant(order.windowStart())
                    .number(order.count())
                    .number(order.callsMax())
                    .text(session.value())
                    .rows();
            row.next();
            boolean found = row.getString("session_id") != null;
            return new Answer(row.getInt("granted"), found ? Optional.of(SessionRow.read(row)) : Optional.empty());
        } catch (SQLException databaseDown) {
            throw new GovernanceException("asking for session " + session, databaseDown);
        }
    }

    /** Leases permits where no session is concerned. */
    public int permits(PermitOrder order) {
        return ask(order, NO_SESSION).permits();
    }

    /** Loads a session. */
    public Optional<LiveSession> session(SessionKey key) {
        return ask(PermitOrder.none(key.tenant()), key.session()).session();
    }
}
