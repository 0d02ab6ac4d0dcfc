-- What was decided, on which evidence, and the openings of commitments to personal values.

create table writ.decision (
    decision_id  uuid        primary key,
    tenant_id    text        not null check (tenant_id <> ''),
    session_id   text,
    trace_id     text        not null,
    kind         smallint    not null check (kind > 0),
    event        text        not null check (event <> ''),
    occurred_at  timestamptz not null,
    canonical    bytea       not null,
    policy_input bytea
) with (
    -- Insert-only: without these, freezing waits for the wrap-around limit and then rewrites everything at once.
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.decision is
    'One row per decision. canonical is the exact RFC 8785 text whose leaf the ledger holds; policy_input may be erased.';

create index decision_session on writ.decision (session_id);
create index decision_recent on writ.decision (tenant_id, occurred_at desc);

create table writ.evidence (
    decision_id uuid     not null,
    ord         smallint not null check (ord >= 0),
    tenant_id   text     not null check (tenant_id <> ''),
    session_id  text     not null,
    evidence_id bytea    not null check (octet_length(evidence_id) = 32),
    unit        jsonb    not null,
    content     text,
    primary key (decision_id, ord)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.evidence is
    'Evidence that a decision released. unit holds all members but the content, which is JSON text and may be erased.';

create index evidence_unit on writ.evidence (session_id, evidence_id);

create table writ.personal_value (
    commitment bytea primary key check (octet_length(commitment) = 32),
    tenant_id  text  not null check (tenant_id <> ''),
    kind       text  not null check (kind <> ''),
    salt       bytea not null check (octet_length(salt) = 32),
    content    text  not null
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.personal_value is
    'Opens commitments: SHA-256(0x20 || salt || UTF-8 content). Deleting a row erases the value; the commitment stays.';

create trigger append_only before update or delete on writ.decision
    for each row execute function writ.refuse_change_but_erasure('policy_input');
create trigger append_only_whole before truncate on writ.decision
    for each statement execute function writ.refuse_change();
create trigger append_only before update or delete on writ.evidence
    for each row execute function writ.refuse_change_but_erasure('content');
create trigger append_only_whole before truncate on writ.evidence
    for each statement execute function writ.refuse_change();
-- DELETE is the erasure and belongs to the owner by grant.
create trigger append_only before update on writ.personal_value
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.personal_value
    for each statement execute function writ.refuse_change();

grant select, insert on writ.decision, writ.evidence, writ.personal_value to writ_app;
grant select on writ.decision, writ.evidence to writ_auditor;

alter table writ.decision enable row level security;
alter table writ.evidence enable row level security;
alter table writ.personal_value enable row level security;

-- An unset tenant is null or, after a transaction that set it, the empty text: neither equals any tenant.
create policy own_tenant on writ.decision to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.evidence to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.personal_value to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));

create policy every_tenant on writ.decision for select to writ_auditor using (true);
create policy every_tenant on writ.evidence for select to writ_auditor using (true);
