package io.writ.governance.redaction;

import io.writ.evidence.EvidenceUnit;
import io.writ.governance.source.Reading;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** One line for a reader, made from what is released and nothing else. */
final class SummaryText {

    private static final int TEXT_MAX = 120;
    private static final int VALUE_MAX = 48;
    private static final int MEMBERS_MAX = 3;
    private static final int GROUPS_MAX = 2;
    private static final int VERSION_PREFIX = 12;

    private SummaryText() {}

    static String ofSearch(SearchRefs refs) {
        if (refs.refs().isEmpty()) {
            return "No document matches.";
        }
        SearchRefs.Ref best = refs.refs().getFirst();
        String count = counted(refs.refs().size(), "document matches", "documents match");
        return count + "; best match in " + place(best.unit()) + ": " + Excerpt.of(best.preview(), TEXT_MAX);
    }

    static String ofVersions(Reading.VersionList list) {
        String count = counted(list.versions().size(), "version is held", "versions are held");
        if (list.versions().isEmpty()) {
            return "No version is held.";
        }
        String newest = count + "; the newest is " + prefix(list, 0);
        return list.versions().size() == 1 ? newest : newest + ", the one before it " + prefix(list, 1);
    }

    static String ofUnit(EvidenceUnit unit) {
        return digest(unit.content()) + " (source: " + place(unit) + ")";
    }

    static String ofRows(List<EvidenceUnit> units, boolean truncated) {
        if (units.isEmpty()) {
            return "No row matches.";
        }
        String more = truncated ? "; more rows match than are shown" : "";
        return counted(units.size(), "row", "rows") + ", first " + ofUnit(units.getFirst()) + more;
    }

    private static String digest(JsonValue content) {
        return switch (content) {
            case JsonString text -> Excerpt.of(text.getString(), TEXT_MAX);
            case JsonObject object when object.get("rows") instanceof JsonArray rows -> groups(rows);
            case JsonObject object -> members(object);
            case JsonValue other -> Excerpt.of(other.toString(), VALUE_MAX);
        };
    }

    private static String groups(JsonArray rows) {
        if (rows.isEmpty()) {
            return "no group";
        }
        return rows.stream()
                .limit(GROUPS_MAX)
                .map(row -> group(row.asJsonObject()))
                .collect(Collectors.joining("; "));
    }

    private static String group(JsonObject row) {
        String figures = row.getOrDefault("metrics", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                .map(JsonValue::asJsonObject)
                .map(SummaryText::metric)
                .collect(Collectors.joining(", "));
        return row.get("group") instanceof JsonObject group && !group.isEmpty()
                ? members(group) + ": " + figures
                : figures;
    }

    private static String metric(JsonObject metric) {
        String value = value(metric.getOrDefault("value", JsonValue.NULL));
        return metric.getString("name", "") + "(" + metric.getString("field", "") + ")=" + value;
    }

    private static String members(JsonObject object) {
        return object.entrySet().stream()
                .limit(MEMBERS_MAX)
                .map(member -> member.getKey() + "=" + value(member.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String value(JsonValue value) {
        return switch (value) {
            case JsonString text -> Excerpt.of(text.getString(), VALUE_MAX);
            case JsonNumber number -> number.toString();
            case JsonValue other -> Excerpt.of(other.toString(), VALUE_MAX);
        };
    }

    private static String place(EvidenceUnit unit) {
        JsonObject locator = unit.locator();
        if (!locator.containsKey("line_start")) {
            return unit.objectId();
        }
        int first = locator.getInt("line_start");
        int last = locator.getInt("line_end", first);
        String lines = first == last ? "line " + first : "lines " + first + "-" + last;
        return unit.objectId() + " " + lines;
    }

    private static String prefix(Reading.VersionList list, int index) {
        String id = list.versions().get(index).versionId();
        return id.substring(0, Math.min(VERSION_PREFIX, id.length()));
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
