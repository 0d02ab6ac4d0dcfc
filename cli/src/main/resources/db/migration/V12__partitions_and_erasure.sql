-- Bodies are stored by month and entries by range of lanes, so that a table that only grows is many of which one grows.
-- Keys stay as they are: the id of a record begins with its time, and lanes are numbered as they are opened.

-- The smallest id of version 7 of this millisecond.
create function writ.id_at(moment timestamptz) returns uuid
    language sql immutable strict parallel safe
    return (lpad(to_hex(floor(extract(epoch from moment) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;

-- A partition has what its parent has, and what is not inherited: storage, row security, the guard against truncation.
-- It has no grant and no policy. Whoever is not the owner comes in through the parent, where the policies stand.
create function writ.add_partition(parent text, suffix text, bound text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    part text := parent || '_' || suffix;
begin
    execute format('create table writ.%I (like writ.%I including all) with (
                        autovacuum_vacuum_insert_scale_factor = 0.02,
                        autovacuum_vacuum_insert_threshold = 10000,
                        autovacuum_freeze_min_age = 0)', part, parent);
    execute format('alter table writ.%I enable row level security', part);
    execute format('create trigger append_only_whole before truncate on writ.%I
                        for each statement execute function writ.refuse_change()', part);
    -- Attaching lets others write meanwhile; creating in place would not.
    execute format('alter table writ.%I attach partition writ.%I %s', parent, part, bound);
end
$$;

create function writ.add_month(parent text, month timestamp) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if to_regclass(format('writ.%I', parent || '_' || to_char(month, 'YYYY_MM'))) is null then
        perform writ.add_partition(parent, to_char(month, 'YYYY_MM'), format('for values from (%L) to (%L)',
            writ.id_at(month at time zone 'UTC'), writ.id_at((month + interval '1 month') at time zone 'UTC')));
    end if;
end
$$;

-- Few and large, because whoever looks for the entry of a record looks into each: at a hundred restarts of sixteen
-- lanes a day, one in forty days.
create function writ.add_lanes(part bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if to_regclass(format('writ.%I', 'ledger_entry_' || part)) is null then
        perform writ.add_partition('ledger_entry', part::text,
            format('for values from (%s) to (%s)', part * 65536, (part + 1) * 65536));
    end if;
end
$$;

-- A quarter of a year, so that a sequencer may rest for a while.
create function writ.extend_partitions(parent text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    for ahead in 0..3 loop
        if parent <> 'ledger_entry' then
            perform writ.add_month(parent,
                date_trunc('month', now() at time zone 'UTC') + ahead * interval '1 month');
        elsif ahead < 2 then
            perform writ.add_lanes((select last_value / 65536 from writ.ledger_lane_lane_seq) + ahead);
        end if;
    end loop;
end
$$;

-- Makes partitions ahead of time. What it could not do, and rows that came before their partition, it tells in a
-- sentence; such rows are in the default partition, where they are as good as elsewhere but are never retired.
create function writ.extend_partitions() returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '1s'
as $$
declare
    complaint text := '';
    parent    text;
    strays    boolean;
begin
    -- Who comes second has nothing to do.
    if not pg_try_advisory_xact_lock(hashtextextended('writ.extend_partitions', 0)) then
        return '';
    end if;
    foreach parent in array array['decision', 'evidence', 'personal_value', 'ledger_entry'] loop
        begin
            perform writ.extend_partitions(parent);
        exception
            when lock_not_available or check_violation then
                complaint := complaint || format('no partition of writ.%I could be made: %s. ', parent, sqlerrm);
        end;
        begin
            execute format('select exists (select from writ.%I)', parent || '_default') into strays;
            if strays then
                complaint := complaint
                    || format('writ.%I holds rows that no partition was there for. ', parent || '_default');
            end if;
        exception
            when lock_not_available then
                complaint := complaint || format('writ.%I could not be looked at. ', parent || '_default');
        end;
    end loop;
    return rtrim(complaint);
end
$$;
grant execute on function writ.extend_partitions() to writ_sequencer;

-- Puts a partitioned table in the place of a whole one: with its rows, keys, indexes, triggers, policies and grants,
-- whatever earlier migrations made of them.
create function writ.replace_by_partitions(parent text, key text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    whole    regclass := format('writ.%I', parent)::regclass;
    secured  boolean := (select relrowsecurity from pg_class where oid = whole);
    remark   text := obj_description(whole, 'pg_class');
    again    text[];
    command  text;
    month    timestamp;
    part     bigint;
begin
    again := array(select format('alter table writ.%I add constraint %I %s', parent, conname, pg_get_constraintdef(oid))
                     from pg_constraint where conrelid = whole and contype in ('p', 'u'))
        || array(select pg_get_indexdef(i.indexrelid) from pg_index i
                  where i.indrelid = whole
                    and not exists (select from pg_constraint c where c.conindid = i.indexrelid))
        || array(select pg_get_triggerdef(oid) from pg_trigger where tgrelid = whole and not tgisinternal)
        || array(select format('create policy %I on writ.%I as %s for %s to %s', policyname, parent, permissive, cmd,
                               array_to_string(array(select quote_ident(r) from unnest(roles) r), ', '))
                            || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
                   from pg_policies where schemaname = 'writ' and tablename = parent)
        || array(select format('grant %s on writ.%I to %I', a.privilege_type, parent, a.grantee::regrole)
                   from pg_class, aclexplode(relacl) a where pg_class.oid = whole and a.grantee not in (0, relowner));
    execute format('alter table writ.%I rename to %I', parent, parent || '_whole');
    execute format('create table writ.%I (like writ.%I including all excluding indexes excluding statistics)
                        partition by range (%I)', parent, parent || '_whole', key);
    execute format('comment on table writ.%I is %L', parent, remark);
    perform writ.add_partition(parent, 'default', 'default');
    if parent = 'ledger_entry' then
        for part in execute format('select distinct lane / 65536 from writ.%I', parent || '_whole') loop
            perform writ.add_lanes(part);
        end loop;
    else
        for month in execute format('select distinct date_trunc(''month'', uuid_extract_timestamp(%I) at time zone ''UTC'')
                                       from writ.%I where uuid_extract_version(%I) = 7', key, parent || '_whole', key) loop
            perform writ.add_month(parent, month);
        end loop;
    end if;
    execute format('insert into writ.%I select * from writ.%I', parent, parent || '_whole');
    execute format('drop table writ.%I', parent || '_whole');
    foreach command in array again loop
        execute command;
    end loop;
    if secured then
        execute format('alter table writ.%I enable row level security', parent);
    end if;
end
$$;

-- Salt and value of a personal value are sealed under a key of the person: whoever destroys the key erases the value in
-- every copy. Rows from before have no key; they are erased by deleting them.
alter table writ.personal_value
    add column decision_id uuid,
    add column key_id bigint,
    add column sealed bytea,
    alter column salt drop not null,
    alter column content drop not null,
    add check ((sealed is null) = (salt is not null and content is not null)),
    add check ((sealed is null) = (key_id is null));
-- Nothing says which record an old value came with; it is retired with those of today.
alter table writ.personal_value disable trigger append_only;
update writ.personal_value
   set decision_id = overlay(overlay(writ.id_at(now())::text placing '7' from 15 for 1) placing '8' from 20 for 1)::uuid;
alter table writ.personal_value enable trigger append_only;
alter table writ.personal_value
    drop constraint personal_value_pkey,
    add primary key (decision_id, commitment);
create index personal_value_commitment on writ.personal_value (commitment);
comment on table writ.personal_value is
    'Opens commitments: SHA-256(0x20 || salt || UTF-8 content). sealed = nonce || AES-256-GCM(salt || content) under key_id.';

-- That an id has one entry follows from the key of decision and from the one statement that writes both; a verification
-- looks for a second one.
drop index writ.ledger_entry_record;
create index ledger_entry_record on writ.ledger_entry (record_id);

select writ.replace_by_partitions('decision', 'decision_id');
select writ.replace_by_partitions('evidence', 'decision_id');
select writ.replace_by_partitions('personal_value', 'decision_id');
select writ.replace_by_partitions('ledger_entry', 'lane');
drop function writ.replace_by_partitions(text, text);
select writ.extend_partitions();

-- The keys of persons. A key is made when somebody first comes, never changed, and destroyed to erase: a person who
-- comes back gets another one, under another number.
create table writ.subject_key (
    key_id     bigint      generated always as identity primary key,
    tenant_id  text        not null check (tenant_id <> ''),
    subject    text        not null check (subject <> ''),
    key        bytea       not null check (octet_length(key) = 32),
    created_at timestamptz not null default now(),
    unique (tenant_id, subject)
);
comment on table writ.subject_key is
    'One AES-256 key per person and tenant. Deleting the row erases what it sealed. Keep it out of long-lived backups.';

create trigger append_only before update on writ.subject_key
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.subject_key
    for each statement execute function writ.refuse_change();

grant select, insert on writ.subject_key to writ_app;
alter table writ.subject_key enable row level security;
create policy own_tenant on writ.subject_key to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 12;
