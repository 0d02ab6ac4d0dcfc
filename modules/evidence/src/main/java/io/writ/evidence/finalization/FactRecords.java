package io.writ.evidence.finalization;

import io.writ.evidence.EvidenceUnit;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the records out of a JSON unit: its row, the groups of its aggregate, or any object in it. */
final class FactRecords {

    /** Where an aggregate says which records it is about. */
    private static final String FILTER = "filter_spec";

    private final EvidenceUnit unit;
    private final Set<String> context = new HashSet<>();
    private final List<Fact> filter = new ArrayList<>();
    private final List<FactRecord> records = new ArrayList<>();

    private FactRecords(EvidenceUnit unit) {
        this.unit = unit;
    }

    static List<FactRecord> of(EvidenceUnit unit) {
        FactRecords reading = new FactRecords(unit);
        if (unit.content() instanceof JsonObject content) {
            reading.addContext();
            if (content.get(FILTER) instanceof JsonObject filter) {
                reading.filter.addAll(facts(filter));
            }
            reading.addObject(content, reading.rowKeys());
        }
        return reading.records;
    }

    private void addContext() {
        if (unit.locator().get("view_id") instanceof JsonString view) {
            context.addAll(FieldWords.texts(view.getString()));
        }
        context.addAll(FieldWords.texts(unit.objectId()));
        if (unit.locator().get("primary_key") instanceof JsonObject key) {
            key.keySet().forEach(name -> context.addAll(FieldWords.texts(name)));
        }
    }

    private List<Fact> rowKeys() {
        return unit.locator().get("primary_key") instanceof JsonObject key ? facts(key) : List.of();
    }

    private void addObject(JsonObject object, List<Fact> keys) {
        if (object.get("group") instanceof JsonObject group && object.get("metrics") instanceof JsonArray metrics) {
            records.add(group(group, metrics));
            return;
        }
        List<Fact> facts = facts(object);
        if (!facts.isEmpty()) {
            records.add(new FactRecord(keys, facts, context, false, false));
        }
        object.forEach((name, value) -> {
            if (!name.equals(FILTER)) {
                addNested(value);
            }
        });
    }

    private void addNested(JsonValue value) {
        if (value instanceof JsonObject nested) {
            addObject(nested, List.of());
        } else if (value instanceof JsonArray array) {
            array.forEach(this::addNested);
        }
    }

    private FactRecord group(JsonObject group, JsonArray metrics) {
        List<Metric> read = metrics.stream()
                .filter(JsonObject.class::isInstance)
                .map(metric -> Metric.of(metric.asJsonObject()))
                .toList();
        Set<String> words = new HashSet<>(context);
        read.forEach(metric -> words.addAll(FieldWords.texts(metric.field())));
        List<Fact> facts = read.stream()
                .map(metric -> metric.fact(read.stream()
                        .filter(other -> other.name().equals(metric.name()))
                        .count()))
                .toList();
        boolean onlyCounts = read.size() == 1 && read.getFirst().name().equals("count");
        return new FactRecord(keys(group), facts, words, true, onlyCounts);
    }

    /** A figure over some records is not one over all: what they were chosen by must be named like a group. */
    private List<Fact> keys(JsonObject group) {
        List<Fact> keys = facts(group);
        filter.stream().filter(fact -> !keys.contains(fact)).forEach(keys::add);
        return keys;
    }

    private static List<Fact> facts(JsonObject object) {
        List<Fact> facts = new ArrayList<>();
        object.forEach((name, value) -> {
            List<List<Token>> values = ValueWords.forms(value);
            if (!values.isEmpty()) {
                facts.add(new Fact(FieldWords.forms(name), values));
            }
        });
        return facts;
    }
}
