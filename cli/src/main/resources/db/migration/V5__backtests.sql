-- Backtests of candidate policies: what was ordered, how it ended, and which node is at work.

create table writ.policy_backtest (
    backtest_id  uuid        primary key,
    tenant_id    text        not null check (tenant_id <> ''),
    requested_at timestamptz not null,
    requested    bigint      not null check (requested > 0)
);
comment on table writ.policy_backtest is 'One row per backtest that was begun.';

create table writ.policy_backtest_end (
    backtest_id uuid        primary key,
    tenant_id   text        not null check (tenant_id <> ''),
    ended_at    timestamptz not null,
    report      jsonb,
    markdown    text,
    junit       text,
    failure     text,
    check ((report is null) <> (failure is null))
);
comment on table writ.policy_backtest_end is
    'How a backtest ended: its report in all forms, or one sentence. Reports name decisions by id and hold no input.';

-- The row of a tenant is its one place for a running backtest. Whoever stops beating loses it. A crash of the database
-- ends every backtest, so the table needs no write-ahead log.
create unlogged table writ.policy_backtest_slot (
    tenant_id   text        primary key check (tenant_id <> ''),
    backtest_id uuid        not null,
    decisions   bigint      not null check (decisions >= 0),
    beat_at     timestamptz not null
) with (fillfactor = 50);
comment on table writ.policy_backtest_slot is 'The backtest that runs for a tenant, and how far it has come.';

create trigger append_only before update or delete on writ.policy_backtest
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.policy_backtest
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.policy_backtest_end
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.policy_backtest_end
    for each statement execute function writ.refuse_change();

grant select, insert on writ.policy_backtest, writ.policy_backtest_end to writ_app;
grant select, insert, update on writ.policy_backtest_slot to writ_app;

alter table writ.policy_backtest enable row level security;
alter table writ.policy_backtest_end enable row level security;
alter table writ.policy_backtest_slot enable row level security;

create policy own_tenant on writ.policy_backtest to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.policy_backtest_end to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.policy_backtest_slot to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 5;
