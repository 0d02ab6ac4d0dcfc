-- Two schemas: writ holds what Writ records, safe holds the views through which a source is read.
-- Roles exist before the first migration (see "writ migrate"): the role that runs this owns everything,
-- writ_app runs the server, writ_source reads views of safe, writ_auditor verifies.

create schema if not exists writ;
create schema if not exists safe;

grant usage on schema writ to writ_app, writ_auditor;
grant usage on schema safe to writ_source;

-- A view that the owner creates in safe is readable by the source role without a further statement.
-- It runs with the owner's rights, so it is the view that keeps tenants apart: it must be a security_barrier view
-- that selects "where tenant_id = current_setting('writ.tenant_id', true)". Tables do not belong into safe.
alter default privileges in schema safe grant select on tables to writ_source;
comment on schema safe is
    'Views that writ_source may read. Each is a security_barrier view filtered by current_setting(''writ.tenant_id'', true).';

alter default privileges revoke execute on functions from public;

-- Nobody but the owner needs temporary tables. Without ownership of the database an administrator does it.
do $$
begin
    if (select pg_has_role(datdba, 'usage') from pg_database where datname = current_database()) then
        execute format('revoke temporary on database %I from public', current_database());
    end if;
end
$$;

create function writ.refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'append-only: %', tg_table_name
        using errcode = '42501', hint = 'Record a new row instead of changing an old one.';
end
$$;

-- Erasure empties one column, named by the trigger's argument, and may touch nothing else.
-- The comparison is of stored bytes (*=): an "equal" value of another spelling is a change.
create function writ.refuse_change_but_erasure() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    erased record;
begin
    if tg_op = 'UPDATE' then
        erased := jsonb_populate_record(old, jsonb_build_object(tg_argv[0], null));
        if new *= erased then
            return new;
        end if;
    end if;
    raise exception 'append-only: %', tg_table_name
        using errcode = '42501', hint = format('Only %s may be emptied.', tg_argv[0]);
end
$$;
