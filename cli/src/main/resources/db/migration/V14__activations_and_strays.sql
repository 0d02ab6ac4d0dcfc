-- Which policies came into force outlives the records that say so: a record may be retired, and a bundle that it protects
-- against must not come back then. Rows are never retired, and nobody writes them but the record itself.

create table writ.policy_activation (
    decision_id   uuid        primary key,
    tenant_id     text        not null check (tenant_id <> ''),
    rule_set      bigint      not null,
    bundle_sha256 bytea       not null check (octet_length(bundle_sha256) = 32),
    occurred_at   timestamptz not null
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 1000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.policy_activation is
    'One row per activation of policy, written with its decision and kept when that is retired.';

create trigger append_only before update or delete on writ.policy_activation
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.policy_activation
    for each statement execute function writ.refuse_change();

-- Reading only: a row comes from a record or not at all.
grant select on writ.policy_activation to writ_app, writ_auditor;
alter table writ.policy_activation enable row level security;
create policy own_tenant on writ.policy_activation to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy every_tenant on writ.policy_activation for select to writ_auditor using (true);

create function writ.keep_activation(decision_id uuid, tenant_id text, canonical bytea, occurred_at timestamptz)
    returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into writ.policy_activation (decision_id, tenant_id, rule_set, bundle_sha256, occurred_at)
    select $1, $2, (detail ->> 'rule_set')::bigint, decode(detail ->> 'bundle_sha256', 'hex'), $4
      from (select convert_from($3, 'UTF8')::jsonb -> 'detail' as detail) record
$$;

-- With the owner's rights and in the transaction of the record: what cannot be kept is not recorded, and what is not
-- recorded does not come into force.
create function writ.keep_activation() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform writ.keep_activation(new.decision_id, new.tenant_id, new.canonical, new.occurred_at);
    return null;
end
$$;

-- The condition is asked for every record, so it looks at the event first. Canonical text has one way to write the member,
-- and quotes within a text are escaped: the bytes stand in no other record.
create trigger keep_activation after insert on writ.decision
    for each row when (new.event = 'activate_policy' and position('"outcome":"activated"'::bytea in new.canonical) > 0)
    execute function writ.keep_activation();

select writ.keep_activation(decision_id, tenant_id, canonical, occurred_at)
  from writ.decision
 where event = 'activate_policy' and position('"outcome":"activated"'::bytea in canonical) > 0;

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 14;
