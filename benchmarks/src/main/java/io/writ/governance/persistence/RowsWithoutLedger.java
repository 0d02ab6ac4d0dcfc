package io.writ.governance.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The rows of a recording as the product writes them, without the ledger: what every ratio is formed against. */
@NullMarked
public final class RowsWithoutLedger {

    /** What the product stores for a decision. */
    private static final int KIND_DECISION = 2;

    private static final String ONE = """
            with decision_row as (
                insert into writ.decision (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at,
                                           canonical, policy_input, units)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?))
            , evidence_rows as (
                insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                select ?, unit.ord - 1, ?, ?, unit.id, unit.body::jsonb, unit.content
                  from unnest(?::bytea[], ?::text[], ?::text[]) with ordinality as unit (id, body, content, ord))
            select 1
            """;

    private static final String MANY = """
            with decision_rows as (
                insert into writ.decision (decision_id, tenant_id, session_id, trace_id, kind, event, occurred_at,
                                           canonical, policy_input)
                select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[],
                                     ?::timestamptz[], ?::bytea[], ?::bytea[]))
            , evidence_rows as (
                insert into writ.evidence (decision_id, ord, tenant_id, session_id, evidence_id, unit, content)
                select unit.decision, unit.ord, unit.tenant, unit.session, unit.id, unit.body::jsonb, unit.content
                  from unnest(?::uuid[], ?::smallint[], ?::text[], ?::text[], ?::bytea[], ?::text[], ?::text[])
                       as unit (decision, ord, tenant, session, id, body, content))
            select 1
            """;

    private RowsWithoutLedger() {}

    /** One decision in one statement. */
    public static void insert(Connection connection, Recordable decision) throws SQLException {
        DecisionRow row = decision.row();
        List<StoredUnit> units = decision.units();
        String tenant = row.tenant().value();
        try (TenantStatement statement = TenantStatement.prepare(connection, row.tenant(), ONE)) {
            statement
                    .uuid(row.id())
                    .text(tenant)
                    .text(row.session().map(Object::toString))
                    .text(row.traceId())
                    .number(KIND_DECISION)
                    .text(row.event())
                    .instant(row.occurredAt())
                    .canonical(row.canonical())
                    .canonical(row.policyInput())
                    .number(row.units());
            statement
                    .uuid(row.id())
                    .text(tenant)
                    .text(row.session().map(Object::toString))
                    .array("bytea", column(units, unit -> unit.id().bytes(), new byte[0][]))
                    .array("text", column(units, StoredUnit::body, new String[0]))
                    .array("text", column(units, StoredUnit::content, new String[0]));
            statement.rows();
        }
    }

    /** Many decisions of one tenant in one statement, as a group writer sends them. */
    public static void insert(Connection connection, List<Recordable> decisions) throws SQLException {
        List<DecisionRow> rows = decisions.stream().map(Recordable::row).toList();
        try (TenantStatement statement =
                TenantStatement.prepare(connection, rows.getFirst().tenant(), MANY)) {
            statement
                    .array("uuid", column(rows, DecisionRow::id, new UUID[0]))
                    .array("text", column(rows, row -> row.tenant().value(), new String[0]))
                    .array(
                            "text",
                            column(
                                    rows,
                                    row -> row.session().map(Object::toString).orElse(null),
                                    new String[0]))
                    .array("text", column(rows, DecisionRow::traceId, new String[0]))
                    .array("smallint", column(rows, _ -> (short) KIND_DECISION, new Short[0]))
                    .array("text", column(rows, DecisionRow::event, new String[0]))
                    .array("timestamptz", column(rows, row -> utc(row.occurredAt()), new OffsetDateTime[0]))
                    .array("bytea", column(rows, row -> row.canonical().bytes(), new byte[0][]))
                    .array(
                            "bytea",
                            column(
                                    rows,
                                    row -> row.policyInput()
                                            .map(CanonicalBytes::bytes)
                                            .orElse(null),
                                    new byte[0][]));
            bindEvidence(statement, decisions);
            statement.rows();
        }
    }

    private static void bindEvidence(TenantStatement statement, List<Recordable> decisions) throws SQLException {
        List<Released> released = new ArrayList<>();
        for (Recordable decision : decisions) {
            for (int ord = 0; ord < decision.units().size(); ord++) {
                released.add(new Released(
                        decision.row(), (short) ord, decision.units().get(ord)));
            }
        }
        statement
                .array("uuid", column(released, unit -> unit.row().id(), new UUID[0]))
                .array("smallint", column(released, Released::ord, new Short[0]))
                .array("text", column(released, unit -> unit.row().tenant().value(), new String[0]))
                .array(
                        "text",
                        column(
                                released,
                                unit -> unit.row()
                                        .session()
                                        .map(Object::toString)
                                        .orElse(null),
                                new String[0]))
                .array("bytea", column(released, unit -> unit.unit().id().bytes(), new byte[0][]))
                .array("text", column(released, unit -> unit.unit().body(), new String[0]))
                .array("text", column(released, unit -> unit.unit().content(), new String[0]));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static <R, T> T[] column(List<R> rows, Function<R, @Nullable T> value, T[] type) {
        return rows.stream().map(value).toList().toArray(type);
    }

    private record Released(DecisionRow row, short ord, StoredUnit unit) {}
}
