package io.writ.governance.source.postgres;

import io.writ.governance.TenantId;
import io.writ.governance.policy.ItemAdmission;
import io.writ.governance.policy.ItemFilter;
import io.writ.governance.source.SourceFailure;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The WHERE of a read: what the caller filters on and what policy demands. SQL's three-valued logic is the one in which
 * policy's filters are defined, so the translation is word by word.
 */
final class Conditions {

    private final Sql sql;
    private final View view;
    private final TenantId tenant;

    Conditions(Sql sql, View view, TenantId tenant) {
        this.sql = sql;
        this.view = view;
        this.tenant = tenant;
    }

    void add(Map<String, String> wanted, ItemFilter demanded) {
        sql.add(" where ");
        demanded(demanded);
        new TreeMap<>(wanted).forEach((name, value) -> {
            sql.add(" and ");
            equal(filterable(name), value);
        });
    }

    private Field filterable(String name) {
        return view.field(name)
                .filter(Field::filterable)
                .orElseThrow(() -> Unanswerable.invalid("filter field not allowlisted: " + name));
    }

    /** Compares with what the caller sees of the column, so a timestamp by its second. */
    private void equal(Field field, String value) {
        String column = Columns.column(field);
        try {
            switch (field.type()) {
                case TEXT -> sql.add(column + " = ?", value);
                case NUMBER -> {
                    BigDecimal number = new BigDecimal(value);
                    sql.add(column + " = ?", (statement, index) -> statement.setBigDecimal(index, number));
                }
                case DATE -> {
                    LocalDate date = LocalDate.parse(value);
                    sql.add(column + " = ?", (statement, index) -> statement.setObject(index, date, Types.DATE));
                }
                case TIMESTAMP -> {
                    Instant moment = Instant.parse(value);
                    sql.add(
                            "date_trunc('second', " + column + ") = ?",
                            (statement, index) -> statement.setObject(index, moment.atOffset(ZoneOffset.UTC)));
                }
            }
        } catch (NumberFormatException | DateTimeException malformed) {
            throw Unanswerable.invalid("filter value is not a " + field.type().wireName() + ": " + field.name());
        }
    }

    private void demanded(ItemFilter filter) {
        switch (filter) {
            case ItemFilter.All _ -> sql.add("true");
            case ItemFilter.None _ -> sql.add("false");
            case ItemFilter.In in -> among(in);
            case ItemFilter.AtMost atMost -> ofTheView(atMost, atMost.field());
            case ItemFilter.And and -> joined(and.parts(), " and ", "true");
            case ItemFilter.Or or -> joined(or.parts(), " or ", "false");
            case ItemFilter.Not not -> {
                sql.add("not (");
                demanded(not.part());
                sql.add(")");
            }
        }
    }

    private void joined(List<ItemFilter> parts, String word, String ifEmpty) {
        sql.add("(");
        for (int i = 0; i < parts.size(); i++) {
            sql.add(i == 0 ? "" : word);
            demanded(parts.get(i));
        }
        sql.add(parts.isEmpty() ? ifEmpty : "").add(")");
    }

    private void among(ItemFilter.In in) {
        view.field(in.field())
                .ifPresentOrElse(
                        field -> sql.add(Columns.text(field) + " = any (?)", in.values()),
                        () -> ofTheView(in, in.field()));
    }

    /** A condition on the view as a whole, not on its rows. One that nobody can check is not passed over. */
    private void ofTheView(ItemFilter leaf, String attribute) {
        Map<String, List<String>> attributes = Map.of(
                "tenant", List.of(tenant.value()),
                "classification", List.of(view.label().classification().wireName()));
        if (!attributes.containsKey(attribute)) {
            throw new Unanswerable(
                    SourceFailure.NOT_PERMITTED,
                    "policy demands a filter on " + attribute + ", which " + view.id() + " cannot carry out");
        }
        sql.add(Boolean.toString(ItemAdmission.admits(leaf, attributes)));
    }
}
