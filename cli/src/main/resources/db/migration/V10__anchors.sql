-- Checkpoints leave the database: what witnesses signed of ours, and what we, as a witness, have seen of other logs.

create table writ.tree_cosignature (
    size    bigint not null,
    witness text   not null check (witness <> ''),
    line    text   not null,
    primary key (size, witness)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.tree_cosignature is
    'Signature lines of witnesses below our checkpoints (C2SP tlog-cosignature), as they came.';

create trigger append_only before update or delete on writ.tree_cosignature
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.tree_cosignature
    for each statement execute function writ.refuse_change();

grant select, insert on writ.tree_cosignature to writ_sequencer;
grant select on writ.tree_cosignature to writ_app, writ_auditor;

-- One row for each log that this installation is a witness of. It moves forward only.
create table writ.witnessed_log (
    origin       text        primary key,
    size         bigint      not null check (size >= 0),
    root         bytea       not null check (octet_length(root) = 32),
    note         text        not null,
    witnessed_at timestamptz not null
);
comment on table writ.witnessed_log is
    'The newest checkpoint of another log that we have signed as its witness, with our signature below it.';

create function writ.refuse_unseeing() returns trigger
    language plpgsql as
$$
begin
    if tg_op = 'UPDATE' and new.origin = old.origin
       and (new.size > old.size or new.size = old.size and new.root = old.root) then
        return new;
    end if;
    raise exception 'a witness does not forget: % on %', tg_op, tg_table_name using errcode = '42501';
end
$$;

create trigger forward_only before update or delete on writ.witnessed_log
    for each row execute function writ.refuse_unseeing();
create trigger forward_only_whole before truncate on writ.witnessed_log
    for each statement execute function writ.refuse_unseeing();

grant select, insert, update (size, root, note, witnessed_at) on writ.witnessed_log to writ_app;
grant select on writ.witnessed_log to writ_auditor;

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 10;
