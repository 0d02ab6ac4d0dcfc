-- One RFC 6962 tree over all lanes. A leaf of the tree is SHA-256(0x00 || entry_hash), so the tree commits to the chains.

create table writ.tree_range (
    lane       bigint not null,
    from_seq   bigint not null check (from_seq > 0),
    n          int    not null check (n > 0),
    tree_index bigint not null check (tree_index >= 0),
    primary key (lane, from_seq),
    unique (tree_index)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.tree_range is
    'Where each contiguous run of a lane stands in the tree. Both keys are fences: two sequencers collide here.';

create table writ.tree_tile (
    level  smallint not null check (level between 0 and 7),
    idx    bigint   not null check (idx >= 0),
    hashes bytea    not null check (octet_length(hashes) = 8192),
    root   bytea    not null check (octet_length(root) = 32),
    primary key (level, idx)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 1000,
    autovacuum_freeze_min_age = 0
);
-- Hashes do not compress.
alter table writ.tree_tile alter column hashes set storage external;
comment on table writ.tree_tile is
    'Full tiles of 256 hashes (C2SP tlog-tiles), each written once. root is the hash over the tile, one level up.';

create table writ.tree_checkpoint (
    size      bigint primary key check (size > 0),
    root      bytea  not null check (octet_length(root) = 32),
    edge      bytea  not null check (octet_length(edge) % 32 = 0),
    signed_us bigint not null,
    note      text   not null
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.tree_checkpoint is
    'Signed checkpoints (C2SP tlog-checkpoint). edge holds the perfect subtrees of the tree, largest first.';

create trigger append_only before update or delete on writ.tree_range
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.tree_range
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.tree_tile
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.tree_tile
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.tree_checkpoint
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.tree_checkpoint
    for each statement execute function writ.refuse_change();

-- Whoever folds lanes into the tree cannot write decisions, and whoever writes decisions cannot write the tree.
grant usage on schema writ to writ_sequencer;
grant select on writ.ledger_lane, writ.ledger_entry to writ_sequencer;
grant select, insert on writ.tree_range, writ.tree_tile, writ.tree_checkpoint to writ_sequencer;
grant select on writ.tree_range, writ.tree_tile, writ.tree_checkpoint to writ_app, writ_auditor;

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 6;
grant execute on function writ.schema_version() to writ_sequencer;
