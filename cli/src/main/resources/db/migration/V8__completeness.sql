-- What was begun ends. A run, and every other effect that is announced before it happens, is an intent that exactly one
-- outcome or gap closes.

-- closes: the intent that this outcome or gap ends. units: evidence units of an answered call, null for anything else.
-- after_end: the run had ended when this was written, so its end does not count it. The canonical text says all of it;
-- the columns are what can be counted without reading it, and the verifier compares the two.
alter table writ.decision
    add column closes    uuid,
    add column units     smallint check (units >= 0),
    add column after_end boolean check (after_end),
    add constraint decision_closes check ((closes is not null) = (kind in (4, 5)));

-- Who deletes the row of an intent is the one who ends it: that decides between outcome and gap, and between nodes.
-- Few rows live long, so the sweep costs the same however long the log is.
create table writ.pending_intent (
    intent_id  uuid        primary key,
    tenant_id  text        not null check (tenant_id <> ''),
    session_id text,
    event      text        not null check (event <> ''),
    due_at     timestamptz not null
) with (
    autovacuum_vacuum_scale_factor = 0.02,
    autovacuum_vacuum_threshold = 1000
);
comment on table writ.pending_intent is
    'Intents that have no end yet. due_at is by the clock of the database: nodes state how long, never until when.';

create index pending_intent_due on writ.pending_intent (due_at);

grant select, insert, delete on writ.pending_intent to writ_app;
grant select on writ.pending_intent to writ_auditor;

alter table writ.pending_intent enable row level security;
create policy own_tenant on writ.pending_intent to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy every_tenant on writ.pending_intent for select to writ_auditor using (true);

-- The sweep serves all tenants and may see none: it learns whose intent is due, and looks at it as that tenant.
create function writ.due_intents(grace interval, rows_max integer) returns table (tenant_id text, intent_id uuid)
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select pending.tenant_id, pending.intent_id
      from writ.pending_intent pending
     where pending.due_at < now() - grace
     order by pending.due_at
     limit rows_max
$$;
grant execute on function writ.due_intents(interval, integer) to writ_app;

-- A session of an older version was opened by a decision and no intent: nothing could close it, so it ends here.
alter table writ.session add column intent_id uuid;
update writ.session opened
   set intent_id = coalesce(
           (select d.decision_id from writ.decision d
             where d.session_id = opened.session_id and d.event = 'create_session' limit 1),
           '00000000-0000-0000-0000-000000000000'),
       finalized_at = coalesce(finalized_at, now());
alter table writ.session alter column intent_id set not null;
comment on column writ.session.intent_id is 'The record that opened the run, and that its end closes.';

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 8;
