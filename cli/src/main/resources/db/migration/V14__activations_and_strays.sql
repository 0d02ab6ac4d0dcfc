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

-- All activations are of one tenant, so that an index leads to them. Nobody records while this reads, and reading every
-- record could take long.
select writ.keep_activation(decision_id, tenant_id, canonical, occurred_at)
  from writ.decision
 where tenant_id = 'writ:system'
   and event = 'activate_policy' and position('"outcome":"activated"'::bytea in canonical) > 0;

-- Rows that came before their partition are in the default partition. They are moved as soon as there is one: a partition
-- is filled before it is attached, because attaching refuses what the default partition still holds of its range.

-- The month (UTC) whose partition takes the id, of whatever version it is: its first 48 bits count as milliseconds.
create function writ.month_of(id uuid) returns timestamp
    language sql immutable strict parallel safe
    return date_trunc('month', to_timestamp(('x' || left(replace(id::text, '-', ''), 12))::bit(48)::bigint / 1000.0)
        at time zone 'UTC');

create index ledger_notice_retention on writ.ledger_notice (record_id) where kind = 9;

-- The range of ids that a notice says were retired; none if its text cannot be read. That is for a verification to tell:
-- one row must not end the upkeep of partitions.
create function writ.retired_range(canonical bytea) returns table (from_id uuid, below_id uuid)
    language plpgsql immutable strict
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query select (text ->> 'from_id')::uuid, (text ->> 'below_id')::uuid
                   from (select convert_from(canonical, 'UTF8')::jsonb as text) notice;
exception
    when others then
        return;
end
$$;

-- Whether bodies of this id were retired, by a notice that the log vouches for. What comes with such an id later stays
-- where it is: a second notice over the same ids would contradict the first.
create function writ.is_retired(id uuid) returns boolean
    language sql stable strict
    set search_path = pg_catalog, pg_temp
    return exists (
        select from writ.ledger_notice notice cross join lateral writ.retired_range(notice.canonical) gone
         where notice.kind = 9 and id >= gone.from_id and id < gone.below_id
           and exists (select from writ.ledger_entry entry where entry.record_id = notice.record_id and entry.kind = 9));

-- Moves what the default partition holds of a range into a table that is not attached yet, and tells whether there was
-- any. More than rows_max are not moved, because whoever writes into the default partition waits for it.
create function writ.take_strays(parent text, part text, key text, low text, high text, rows_max bigint) returns boolean
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    home   text := parent || '_default';
    reach  text := format('%I >= %L and %I < %L', key, low, key, high);
    strays bigint;
begin
    execute format('select count(*) from (select from writ.%I where %s limit %s) found', home, reach, rows_max + 1)
        into strays;
    if strays > rows_max then
        raise exception 'writ.% holds more than % rows of it; run ''./writ migrate'' when little is recorded', home, rows_max
            using errcode = 'program_limit_exceeded';
    elsif strays > 0 then
        execute format('lock table writ.%I in access exclusive mode', home);
        execute format('alter table writ.%I disable trigger append_only', home);
        execute format('with moved as (delete from writ.%I where %s returning *) insert into writ.%I select * from moved',
            home, reach, part);
        execute format('alter table writ.%I enable trigger append_only', home);
    end if;
    return strays > 0;
end
$$;

drop function writ.extend_partitions();
drop function writ.extend_partitions(text);
drop function writ.add_lanes(bigint);
drop function writ.add_month(text, timestamp);
drop function writ.add_partition(text, text, text);

-- A partition has what its parent has, and what is not inherited: storage, row security, the guard against truncation.
-- It has no grant and no policy. Whoever is not the owner comes in through the parent, where the policies stand. Tells
-- whether rows were moved into it.
create function writ.add_partition(parent text, suffix text, key text, low text, high text, rows_max bigint)
    returns boolean
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    part  text := parent || '_' || suffix;
    moved boolean;
begin
    if to_regclass(format('writ.%I', part)) is not null then
        return false;
    end if;
    execute format('create table writ.%I (like writ.%I including all) with (
                        autovacuum_vacuum_insert_scale_factor = 0.02,
                        autovacuum_vacuum_insert_threshold = 10000,
                        autovacuum_freeze_min_age = 0)', part, parent);
    execute format('alter table writ.%I enable row level security', part);
    execute format('create trigger append_only_whole before truncate on writ.%I
                        for each statement execute function writ.refuse_change()', part);
    moved := writ.take_strays(parent, part, key, low, high, rows_max);
    -- Attaching lets others write meanwhile; creating in place would not.
    execute format('alter table writ.%I attach partition writ.%I for values from (%L) to (%L)', parent, part, low, high);
    return moved;
end
$$;

create function writ.add_month(parent text, month timestamp, rows_max bigint default 1000000000) returns boolean
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select writ.add_partition(parent, to_char(month, 'YYYY_MM'), 'decision_id', writ.id_at(month at time zone 'UTC')::text,
        writ.id_at((month + interval '1 month') at time zone 'UTC')::text, rows_max)
$$;

-- Few and large, because whoever looks for the entry of a record looks into each: at a hundred restarts of sixteen
-- lanes a day, one in forty days.
create function writ.add_lanes(part bigint, rows_max bigint default 1000000000) returns boolean
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select writ.add_partition('ledger_entry', part::text, 'lane', (part * 65536)::text, ((part + 1) * 65536)::text, rows_max)
$$;

-- Makes one partition and tells whether rows were moved, or says in a sentence why there is none. place is a month, or a
-- number of lanes.
create function writ.try_partition(
    parent text, place text, rows_max bigint, out complaint text, out moved boolean)
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if parent = 'ledger_entry' then
        moved := writ.add_lanes(place::bigint, rows_max);
    else
        moved := writ.add_month(parent, place::timestamp, rows_max);
    end if;
    complaint := '';
exception
    -- Whatever it is, the other partitions are made.
    when others then
        complaint := format('no partition of writ.%I could be made for %s: %s. ', parent, place, sqlerrm);
        moved := false;
end
$$;

-- What there should be partitions for: a quarter of a year ahead, so that a sequencer may rest for a while, and what the
-- default partition holds rows of, a year of months at a time.
create function writ.partitions_due(parent text) returns setof text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    month timestamp := date_trunc('month', now() at time zone 'UTC');
    lanes bigint    := (select last_value / 65536 from writ.ledger_lane_lane_seq);
begin
    if parent = 'ledger_entry' then
        return query select (lanes + ahead)::text from generate_series(0, 1) ahead;
        return query select distinct (lane / 65536)::text from writ.ledger_entry_default where lane / 65536 < lanes;
    else
        return query select to_char(month + ahead * interval '1 month', 'YYYY-MM-DD') from generate_series(0, 3) ahead;
        return query execute format(
            'select to_char(found, ''YYYY-MM-DD'')
               from (select distinct writ.month_of(decision_id) as found from writ.%I where decision_id < %L) stray
              where not writ.is_retired(writ.id_at(found at time zone ''UTC''))
              order by found limit 12', parent || '_default', writ.id_at(month at time zone 'UTC'));
    end if;
end
$$;

-- Makes partitions ahead of time, and those that rows are waiting for. What it could not do it tells in a sentence; and
-- that there are ids of a time to come: some clock was wrong, and their rows are moved when that time comes.
-- Whoever moved rows keeps others from the default partition until the transaction ends, so it ends there: it is called
-- again while it says that rows were moved.
create function writ.extend_partitions(rows_max bigint) returns text
    language plpgsql
    security definer
    set search_path = pg_catalog, pg_temp
    set lock_timeout = '1s'
as $$
declare
    complaint text := '';
    said      text;
    moved     boolean;
    parent    text;
    place     text;
    key       text;
    ahead     text;
    early     boolean;
begin
    -- Who comes second has nothing to do.
    if not pg_try_advisory_xact_lock(hashtextextended('writ.extend_partitions', 0)) then
        return '';
    end if;
    foreach parent in array array['decision', 'evidence', 'personal_value', 'ledger_entry'] loop
        key := 'decision_id';
        ahead := writ.id_at((date_trunc('month', now() at time zone 'UTC') + interval '4 months') at time zone 'UTC');
        if parent = 'ledger_entry' then
            key := 'lane';
            ahead := (select (last_value / 65536 + 2) * 65536 from writ.ledger_lane_lane_seq);
        end if;
        begin
            for place in select writ.partitions_due(parent) loop
                select * into said, moved from writ.try_partition(parent, place, rows_max);
                complaint := complaint || said;
                if moved then
                    return complaint || 'Rows were moved, and more may wait.';
                end if;
            end loop;
            execute format('select exists (select from writ.%I where %I >= %L)', parent || '_default', key, ahead)
                into early;
            if early then
                complaint := complaint || format('writ.%I holds rows of %s. ', parent || '_default',
                    case key when 'lane' then 'lanes that nobody opened: run ''./writ ledger verify'''
                             else 'months far ahead: look at the clocks of the servers' end);
            end if;
        exception
            when others then
                complaint := complaint || format('no partition of writ.%I could be made: %s. ', parent, sqlerrm);
        end;
    end loop;
    return rtrim(complaint);
end
$$;

-- As often as the sequencer likes: moving so many rows takes about a second.
create function writ.extend_partitions() returns text
    language sql
    security definer
    set search_path = pg_catalog, pg_temp
as $$
    select writ.extend_partitions(50000)
$$;
-- Not called here: moving rows may take long, and recording waits for the end of this migration. './writ migrate' calls it
-- next.
grant execute on function writ.extend_partitions() to writ_sequencer;

-- A kept version of a document may name a person who has to be erased. Reading as of then says that it is not held.
alter table writ.source_version alter column content drop not null;
drop trigger append_only on writ.source_version;
create trigger append_only before update or delete on writ.source_version
    for each row execute function writ.refuse_change_but_erasure('content');

-- What a document says, so that it can be searched; null when it is no text.
create function writ.text_of(content bytea) returns text
    language plpgsql immutable strict
    set search_path = pg_catalog, pg_temp
as $$
begin
    return convert_from(content, 'UTF8');
exception
    when character_not_in_repertoire or untranslatable_character then
        return null;
end
$$;

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 14;
