-- Notices: what the log says about itself. A lane was sealed, the key changed, the log was restarted, bodies were retired.
-- They belong to the installation, not to a tenant, and stand in the log as every other entry does.

create table writ.ledger_notice (
    record_id   uuid        primary key,
    kind        smallint    not null check (kind between 6 and 9),
    noticed_at  timestamptz not null,
    canonical   bytea       not null
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 1000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.ledger_notice is
    'What the log says about itself. canonical is the exact RFC 8785 text whose leaf the ledger holds.';

create trigger append_only before update or delete on writ.ledger_notice
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.ledger_notice
    for each statement execute function writ.refuse_change();

grant select, insert on writ.ledger_notice to writ_sequencer;
grant select on writ.ledger_notice to writ_app, writ_auditor;
grant insert on writ.ledger_entry to writ_sequencer;

-- Whoever records decisions cannot write notices, and whoever writes notices cannot record decisions.
alter table writ.ledger_entry enable row level security;
create policy records on writ.ledger_entry to writ_app using (true) with check (kind between 2 and 5);
create policy notices on writ.ledger_entry to writ_sequencer using (true) with check (kind between 6 and 9);
create policy every_entry on writ.ledger_entry for select to writ_auditor using (true);

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 7;
