-- What nodes share at run time: sessions with their budgets, rate windows, and versions of sources that were seen.

create table writ.session (
    session_id           text        primary key,
    tenant_id            text        not null check (tenant_id <> ''),
    trace_id             text        not null,
    principal_id         text        not null,
    principal_commitment bytea       not null check (octet_length(principal_commitment) = 32),
    actor_chain          jsonb       not null,
    roles                text[]      not null,
    purpose              text,
    token_hash           bytea       not null check (octet_length(token_hash) = 32),
    created_at           timestamptz not null,
    expires_at           timestamptz not null,
    as_of                timestamptz not null,
    policy_snapshot_id   text        not null,
    policy_snapshot_hash bytea       not null check (octet_length(policy_snapshot_hash) = 32),
    policy_snapshot      jsonb       not null,
    max_operator_calls   int         not null check (max_operator_calls >= 0),
    max_bytes            bigint      not null check (max_bytes >= 0),
    max_wallclock_ms     int         not null check (max_wallclock_ms >= 0),
    max_steps            int         not null check (max_steps >= 0),
    max_parallelism      int         check (max_parallelism > 0),
    calls_used           int         not null default 0 check (calls_used >= 0),
    bytes_used           bigint      not null default 0 check (bytes_used >= 0),
    label_classification smallint    not null default 0 check (label_classification >= 0),
    label_origin         smallint    not null default 0 check (label_origin >= 0),
    evidence_count       int         not null default 0 check (evidence_count >= 0),
    decision_count       int         not null default 0 check (decision_count >= 0),
    question             text,
    question_commitment  bytea       check (octet_length(question_commitment) = 32),
    finalized_at         timestamptz,
    terminal_mode        text,
    claim_map            jsonb,
    answer               text,
    check (expires_at > created_at)
) with (fillfactor = 80);
comment on table writ.session is
    'One run: who, under which policy, with which budget. Counters move with each decision, in the same transaction.';

create index session_recent on writ.session (tenant_id, created_at desc);

-- Windows end within minutes: a crash may forget them, so they need no write-ahead log.
create unlogged table writ.rate_window (
    tenant_id    text        not null check (tenant_id <> ''),
    key          text        not null,
    window_start timestamptz not null,
    used         int         not null check (used >= 0),
    primary key (tenant_id, key, window_start)
) with (fillfactor = 50);
comment on table writ.rate_window is 'Calls per window and key, over all nodes.';

create table writ.source_version (
    tenant_id   text        not null check (tenant_id <> ''),
    source      text        not null check (source <> ''),
    object_id   text        not null check (object_id <> ''),
    version_id  text        not null check (version_id <> ''),
    observed_at timestamptz not null,
    content     bytea       not null,
    primary key (tenant_id, source, object_id, version_id, observed_at)
) with (
    autovacuum_vacuum_insert_scale_factor = 0.02,
    autovacuum_vacuum_insert_threshold = 10000,
    autovacuum_freeze_min_age = 0
);
comment on table writ.source_version is 'Content of source objects as it was seen, so that a later read as of then is true.';

create trigger append_only before update or delete on writ.source_version
    for each row execute function writ.refuse_change();
create trigger append_only_whole before truncate on writ.source_version
    for each statement execute function writ.refuse_change();

grant select, insert on writ.session to writ_app;
-- Who, token, budget, policy and question of a session never change; only its consumption and its end do.
grant update (
    calls_used, bytes_used, label_classification, label_origin, evidence_count, decision_count,
    finalized_at, terminal_mode, claim_map, answer
) on writ.session to writ_app;
grant select, insert, update, delete on writ.rate_window to writ_app;
grant select, insert on writ.source_version to writ_app;

alter table writ.session enable row level security;
alter table writ.rate_window enable row level security;
alter table writ.source_version enable row level security;

create policy own_tenant on writ.session to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.rate_window to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));
create policy own_tenant on writ.source_version to writ_app
    using (tenant_id = current_setting('writ.tenant_id', true))
    with check (tenant_id = current_setting('writ.tenant_id', true));

-- The server compares this with the version it was built for. Every later migration replaces it.
create function writ.schema_version() returns integer
    language sql immutable parallel safe
    return 4;
grant execute on function writ.schema_version() to writ_app, writ_auditor;
