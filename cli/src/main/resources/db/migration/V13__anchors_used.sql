-- Which anchors the log has had: a process that knows fewer must not decide that nothing was lost.

create table writ.ledger_anchor (
    name       text        primary key check (name <> ''),
    used_since timestamptz not null default now()
);
comment on table writ.ledger_anchor is
    'Names of anchors that a leader has consulted. A leader that has fewer configured does not sign.';

-- The owner alone writes here, once for each name that is given up.
create table writ.ledger_anchor_retired (
    name       text        primary key check (name <> ''),
    retired_at timestamptz not null default now(),
    reason     text        not null check (reason <> '')
);
comment on table writ.ledger_anchor_retired is
    'Anchors that nobody misses any more, and why. Every verification of this database tells of them.';

create trigger append_only before update or delete on writ.ledger_anchor
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.ledger_anchor
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.ledger_anchor_retired
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.ledger_anchor_retired
    for each statement execute function writ.refuse_change();

grant select, insert on writ.ledger_anchor to writ_sequencer;
grant select on writ.ledger_anchor to writ_app, writ_auditor;
grant select on writ.ledger_anchor_retired to writ_sequencer, writ_app, writ_auditor;

create or replace function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 13;
