package io.writ.governance.source.postgres;

import io.writ.evidence.Digest;
import io.writ.evidence.SharedJson;
import io.writ.governance.policy.ReadPermit;
import io.writ.governance.source.Reading;
import io.writ.governance.source.SourceQuery;
import io.writ.governance.source.catalogue.Field;
import io.writ.governance.source.catalogue.View;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Rows of a view, in the order of its primary key. */
final class RowQuery {

    private final View view;
    private final SourceQuery.Rows query;
    private final int rowsMax;

    RowQuery(View view, SourceQuery.Rows query, int rowsMax) {
        this.view = view;
        this.query = query;
        this.rowsMax = rowsMax;
        query.fields().forEach(this::requireListed);
    }

    Sql sql(ReadPermit permit) {
        Sql sql = new Sql();
        sql.add("select ")
                .add(String.join(", ", view.fields().stream().map(Columns::text).toList()))
                .add(Columns.from(view));
        new Conditions(sql, view, permit.tenant())
                .add(query.filter(), permit.obligations().filter());
        List<String> order = view.primaryKey().stream()
                .map(name -> Columns.order(field(name)))
                .toList();
        // One more than may be shown tells whether there are more.
        return sql.add(" order by " + String.join(", ", order)).add(" limit ?", rowsMax + 1);
    }

    Reading.RowSet read(ResultSet rows, Instant retrievedAt) throws SQLException {
        List<Reading.Row> read = new ArrayList<>();
        boolean truncated = false;
        while (rows.next()) {
            if (read.size() == rowsMax) {
                truncated = true;
                break;
            }
            read.add(row(rows));
        }
        return new Reading.RowSet(read, truncated, view.label(), retrievedAt);
    }

    private Reading.Row row(ResultSet rows) throws SQLException {
        StringBuilder objectId = new StringBuilder(view.id());
        JsonObjectBuilder key = SharedJson.PROVIDER.createObjectBuilder();
        for (String name : view.primaryKey()) {
            JsonValue value = value(rows, name);
            key.add(name, value);
            objectId.append(':').append(rows.getString(position(name)));
        }
        JsonObjectBuilder content = SharedJson.PROVIDER.createObjectBuilder();
        for (String name : query.fields()) {
            content.add(name, value(rows, name));
        }
        String version = String.valueOf(rows.getString(position(view.versionField())));
        return new Reading.Row(
                objectId.toString(),
                Digest.of(version).hex(),
                view.versionField(),
                locator(key.build()),
                content.build());
    }

    private JsonObject locator(JsonObject key) {
        return SharedJson.PROVIDER
                .createObjectBuilder()
                .add("type", "db_row")
                .add("view_id", view.id())
                .add("primary_key", key)
                .add(
                        "fields",
                        SharedJson.PROVIDER.createArrayBuilder(
                                query.fields().stream().sorted().toList()))
                .build();
    }

    private JsonValue value(ResultSet rows, String name) throws SQLException {
        String text = rows.getString(position(name));
        return text == null ? JsonValue.NULL : SharedJson.PROVIDER.createValue(text);
    }

    /** Columns are selected in the order of the catalogue. */
    private int position(String name) {
        return view.fields().indexOf(field(name)) + 1;
    }

    private Field field(String name) {
        return view.field(name).orElseThrow();
    }

    private void requireListed(String name) {
        if (view.field(name).isEmpty()) {
            throw Unanswerable.invalid("field not allowlisted: " + name);
        }
    }
}
