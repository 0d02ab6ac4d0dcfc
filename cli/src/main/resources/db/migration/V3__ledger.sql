-- The log. Lanes and entries belong to the installation, not to a tenant: a leaf is a blinded hash.

create table writ.ledger_lane (
    lane       bigint generated always as identity primary key,
    node_id    text   not null check (node_id <> ''),
    boot_id    uuid   not null,
    writer_key bytea,
    opened_us  bigint not null,
    genesis    bytea  not null check (octet_length(genesis) = 32)
);
comment on table writ.ledger_lane is
    'One row per lane; a lane has one writing process in its whole life. genesis = SHA-256(0x03 || lane || boot_id || node_id).';

-- No foreign key to the lane: it would lock and rewrite the lane's row for every entry. The verifier looks for strays.
create table writ.ledger_entry (
    lane       bigint   not null,
    seq        bigint   not null check (seq > 0),
    kind       smallint not null check (kind > 0),
    record_id  uuid     not null,
    leaf_hash  bytea    not null check (octet_length(leaf_hash) = 32),
    entry_hash bytea    not null check (octet_length(entry_hash) = 32),
    primary key (lane, seq)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.ledger_entry is
    'The chain of a lane. The primary key is the fence: a second writer of a lane collides, it cannot fork the chain.';

create unique index ledger_entry_record on writ.ledger_entry (record_id);

create trigger append_only before update or delete on writ.ledger_lane
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.ledger_lane
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.ledger_entry
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.ledger_entry
    for each statement execute function writ.refuse_change();

grant select, insert on writ.ledger_lane, writ.ledger_entry to writ_app;
-- A lane's genesis hashes its number, so the writer draws the number first.
grant usage on sequence writ.ledger_lane_lane_seq to writ_app;
grant select on writ.ledger_lane, writ.ledger_entry to writ_auditor;
