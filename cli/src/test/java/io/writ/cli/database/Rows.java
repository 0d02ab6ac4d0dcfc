package io.writ.cli.database;

import java.util.Map;

/** A valid insert per table that belongs to tenants; {@code TENANT} stands for the tenant. */
final class Rows {

    private static final String HASH = "sha256(gen_random_uuid()::text::bytea)";

    static final Map<String, String> OF_TENANTS = Map.ofEntries(
            Map.entry("policy_backtest", """
                    insert into writ.policy_backtest (backtest_id, tenant_id, requested_at, requested)
                    values (gen_random_uuid(), 'TENANT', now(), 1)"""),
            Map.entry("policy_backtest_end", """
                    insert into writ.policy_backtest_end (backtest_id, tenant_id, ended_at, failure)
                    values (gen_random_uuid(), 'TENANT', now(), 'no reason')"""),
            Map.entry("policy_backtest_slot", """
                    insert into writ.policy_backtest_slot (tenant_id, backtest_id, decisions, beat_at)
                    values ('TENANT', gen_random_uuid(), 0, now())
                    on conflict (tenant_id) do update set beat_at = excluded.beat_at"""),
            Map.entry("decision", """
                    insert into writ.decision
                      (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical, policy_input)
                    values (gen_random_uuid(), 'TENANT', 't', 2, 'e', now(), '{}', '{}')"""),
            Map.entry("policy_activation", """
                    insert into writ.decision (decision_id, tenant_id, trace_id, kind, event, occurred_at, canonical)
                    values (gen_random_uuid(), 'TENANT', 't', 2, 'activate_policy', now(), convert_to('{"detail":'
                      || '{"bundle_sha256":"' || encode(%s, 'hex') || '","rule_set":7},"outcome":"activated"}',
                      'UTF8'))""".formatted(HASH)),
            Map.entry("evidence", """
                    insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                    values (gen_random_uuid(), 0, 'TENANT', 's', %s, '{"figure": 1}', '"text"')""".formatted(HASH)),
            Map.entry("personal_value", """
                    insert into writ.personal_value (decision_id, commitment, tenant_id, kind, key_id, sealed)
                    values (gen_random_uuid(), %s, 'TENANT', 'question', 1, '')""".formatted(HASH)),
            Map.entry("subject_key", """
                    insert into writ.subject_key (tenant_id, subject, key)
                    values ('TENANT', gen_random_uuid(), %s)""".formatted(HASH)),
            Map.entry("session", """
                    insert into writ.session
                      (session_id, tenant_id, trace_id, principal_id, principal_commitment, actor_chain, roles, token_hash,
                       created_at, expires_at, as_of, policy_snapshot_id, policy_snapshot_hash, policy_snapshot,
                       max_operator_calls, max_bytes, max_wallclock_ms, max_steps, intent_id)
                    values (gen_random_uuid(), 'TENANT', 't', 'p', %s, '[]', '{}', %s,
                       now(), now() + interval '1 h', now(), 'id', %s, '{}', 10, 1000, 1000, 5, gen_random_uuid())""".formatted(HASH, HASH, HASH)),
            Map.entry("pending_intent", """
                    insert into writ.pending_intent (intent_id, tenant_id, session_id, event, due_at)
                    values (gen_random_uuid(), 'TENANT', 's', 'create_session', now())"""),
            Map.entry("rate_window", """
                    insert into writ.rate_window (tenant_id, key, window_start, used)
                    values ('TENANT', gen_random_uuid(), now(), 1)"""),
            Map.entry("source_version", """
                    insert into writ.source_version (tenant_id, source, object_id, version_id, observed_at, content)
                    values ('TENANT', 'files', gen_random_uuid(), 'v', now(), '')"""));

    private Rows() {}

    static String insert(String table, String tenant) {
        return OF_TENANTS.get(table).replace("TENANT", tenant);
    }
}
