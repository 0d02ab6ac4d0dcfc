package io.writ.governance.persistence;

import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.EntryInsert;
import java.sql.SQLException;
import java.util.List;

/** The one statement that records a decision: its row, its evidence, its openings and its ledger entry. */
final class RecordingSql {

    private static final String ROWS = """
            , decision_row as (
                insert into writ.decision (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at,
                                           canonical, policy_input, closes, units, after_end)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?, ? from gate)
            , evidence_rows as (
                insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                select ?, unit.ord - 1, ?, ?, unit.id, unit.body::jsonb, unit.content
                  from gate, unnest(?::bytea[], ?::text[], ?::text[]) with ordinality
                             as unit (id, body, content, ord))
            , personal_rows as (
                insert into writ.personal_value (decision_id, tenant_id, commitment, kind, key_id, sealed)
                select ?, ?, value.commitment, value.kind, value.key_id, value.sealed
                  from gate, unnest(?::bytea[], ?::text[], ?::bigint[], ?::bytea[])
                             as value (commitment, kind, key_id, sealed))
            , entry_row as (
                insert into writ.ledger_entry ({columns})
                select {values} from gate, {row})
            select * from gate
            """.replace("{columns}", EntryInsert.COLUMNS)
            .replace("{values}", EntryInsert.VALUES)
            .replace("{row}", EntryInsert.ROW);

    private RecordingSql() {}

    /** The statement behind this gate. */
    static String behind(String gate) {
        return behind(gate, "");
    }

    /** The statement behind this gate, with an effect of its own: a further part that begins with a comma. */
    static String behind(String gate, String effect) {
        return of("gate as (" + gate + ")\n" + effect);
    }

    /** The statement behind parts of which one is named {@code gate}. */
    static String of(String parts) {
        return "with " + parts + ROWS;
    }

    /** Binds what follows the gate's own parameters. */
    static void bind(TenantStatement statement, Storable stored, LedgerEntry entry) throws SQLException {
        DecisionRow row = stored.row();
        String tenant = row.tenant().value();
        statement
                .uuid(row.id())
                .text(tenant)
                .text(row.session().map(Object::toString))
                .text(row.traceId())
                .number(row.standing().kind().number())
                .text(row.event())
                .instant(row.occurredAt())
                .canonical(row.canonical())
                .canonical(row.policyInput())
                .uuid(row.standing().closes())
                .number(row.units())
                .trueOrNothing(row.standing().afterEnd());
        statement.uuid(row.id()).text(tenant).text(row.session().map(Object::toString));
        bindEvidence(statement, stored.units());
        statement.uuid(row.id()).text(tenant);
        bindPersonal(statement, stored.personal());
        statement.entry(entry);
    }

    private static void bindEvidence(TenantStatement statement, List<StoredUnit> units) throws SQLException {
        statement
                .bytes(units, unit -> unit.id().bytes())
                .texts(units, StoredUnit::body)
                .texts(units, StoredUnit::content);
    }

    private static void bindPersonal(TenantStatement statement, List<SealedValue> values) throws SQLException {
        statement
                .bytes(values, value -> value.commitment().bytes())
                .texts(values, SealedValue::kind)
                .longs(values, SealedValue::keyId)
                .bytes(values, SealedValue::sealed);
    }
}
