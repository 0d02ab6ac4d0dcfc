package io.writ.governance.persistence;

import io.writ.governance.TenantId;
import io.writ.ledger.LedgerEntry;
import io.writ.ledger.append.EntryInsert;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The one statement that writes all decisions of a batch that passed: rows, evidence, openings and ledger entries. */
final class BatchInsert {

    private static final String SQL =
            """
            with decision_rows as (
                insert into writ.decision (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at,
                                           canonical, policy_input, closes, units, after_end)
                select row.id, ?, row.session_id, row.trace_id, row.kind, row.event, row.occurred_at, row.canonical,
                       row.policy_input, row.closes, row.units, nullif(row.after_end, 0)::boolean
                  from unnest(?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[], ?::timestamptz[], ?::bytea[],
                              ?::bytea[], ?::uuid[], ?::int[], ?::int[])
                       as row (id, session_id, trace_id, kind, event, occurred_at, canonical, policy_input, closes,
                               units, after_end)),
            evidence_rows as (
                insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                select unit.decision, unit.ord, ?, unit.session_id, unit.id, unit.body::jsonb, unit.content
                  from unnest(?::uuid[], ?::int[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                       as unit (decision, ord, session_id, id, body, content)),
            personal_rows as (
                insert into writ.personal_value (decision_id, tenant_id, commitment, kind, key_id, sealed)
                select value.decision, ?, value.commitment, value.kind, value.key_id, value.sealed
                  from unnest(?::uuid[], ?::bytea[], ?::text[], ?::bigint[], ?::bytea[])
                       as value (decision, commitment, kind, key_id, sealed))
            insert into writ.ledger_entry ({columns})
            select case when entry.place > 1 then entry.lane else {lane} end,
                   entry.seq, entry.kind, entry.record_id, entry.leaf_hash, entry.entry_hash
              from unnest(?::bigint[], ?::bigint[], ?::int[], ?::uuid[], ?::bytea[], ?::bytea[]) with ordinality
                   as entry ({columns}, place)
            """.replace("{columns}", EntryInsert.COLUMNS).replace("{lane}", EntryInsert.LANE);

    private BatchInsert() {}

    /** An evidence unit with its place in its decision. */
    private record Unit(DecisionRow row, int ord, StoredUnit unit) {}

    /** The opening of a commitment with the decision that was the first to use it. */
    private record Opening(UUID decision, SealedValue value) {}

    static void execute(Connection connection, TenantId tenant, List<Storable> decisions, List<LedgerEntry> entries)
            throws SQLException {
        try (TenantStatement statement = TenantStatement.prepare(connection, tenant, SQL)) {
            bindRows(statement.text(tenant.value()), decisions);
            bindUnits(statement.text(tenant.value()), units(decisions));
            bindPersonal(statement.text(tenant.value()), openings(decisions));
            bindEntries(statement, entries);
            int written = statement.changed();
            if (written != entries.size()) {
                throw new SQLException("of " + entries.size() + " ledger entries " + written + " were written");
            }
        }
    }

    private static void bindRows(TenantStatement statement, List<Storable> decisions) throws SQLException {
        List<DecisionRow> rows = decisions.stream().map(Storable::row).toList();
        statement
                .array("uuid", rows.stream().map(DecisionRow::id).toArray(UUID[]::new))
                .texts(rows, row -> row.session().map(Object::toString).orElse(null))
                .texts(rows, DecisionRow::traceId)
                .integers(rows, row -> row.standing().kind().number())
                .texts(rows, DecisionRow::event)
                .texts(rows, row -> row.occurredAt().toString())
                .bytes(rows, row -> row.canonical().bytes())
                .bytes(rows, row -> row.policyInput().map(CanonicalBytes::bytes).orElse(null))
                .array(
                        "uuid",
                        rows.stream()
                                .map(row -> row.standing().closes().orElse(null))
                                .toArray(UUID[]::new))
                .integers(rows, row -> row.units().isPresent() ? row.units().getAsInt() : null)
                .integers(rows, row -> row.standing().afterEnd() ? 1 : 0);
    }

    private static List<Unit> units(List<Storable> decisions) {
        List<Unit> units = new ArrayList<>();
        for (Storable decision : decisions) {
            for (int ord = 0; ord < decision.units().size(); ord++) {
                units.add(new Unit(decision.row(), ord, decision.units().get(ord)));
            }
        }
        return units;
    }

    private static void bindUnits(TenantStatement statement, List<Unit> units) throws SQLException {
        statement
                .array("uuid", units.stream().map(unit -> unit.row().id()).toArray(UUID[]::new))
                .integers(units, Unit::ord)
                .texts(units, unit -> unit.row().session().map(Object::toString).orElse(null))
                .bytes(units, unit -> unit.unit().id().bytes())
                .texts(units, unit -> unit.unit().body())
                .texts(units, unit -> unit.unit().content());
    }

    private static List<Opening> openings(List<Storable> decisions) {
        return decisions.stream()
                .flatMap(decision -> decision.personal().stream()
                        .map(value -> new Opening(decision.row().id(), value)))
                .toList();
    }

    private static void bindPersonal(TenantStatement statement, List<Opening> openings) throws SQLException {
        statement
                .array("uuid", openings.stream().map(Opening::decision).toArray(UUID[]::new))
                .bytes(openings, opening -> opening.value().commitment().bytes())
                .texts(openings, opening -> opening.value().kind())
                .longs(openings, opening -> opening.value().keyId())
                .bytes(openings, opening -> opening.value().sealed());
    }

    private static void bindEntries(TenantStatement statement, List<LedgerEntry> entries) throws SQLException {
        statement
                .longs(entries, LedgerEntry::lane)
                .longs(entries, LedgerEntry::seq)
                .integers(entries, entry -> entry.kind().number())
                .array("uuid", entries.stream().map(LedgerEntry::recordId).toArray(UUID[]::new))
                .bytes(entries, entry -> entry.leaf().bytes())
                .bytes(entries, entry -> entry.entry().bytes());
    }
}
