package io.writ.governance.policy;

import io.writ.evidence.Classification;
import io.writ.evidence.Label;
import io.writ.evidence.OriginTrust;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Questions nobody chose by hand, from a fixed seed: what was found once is found again. */
final class RandomQuestions {

    /** One of each type, to stand where another belongs. */
    private static final List<JsonValue> MISFITS = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonValue.FALSE,
            Json.createValue(0),
            Json.createValue(1_000_000),
            Json.createValue(-1.5),
            Json.createValue(""),
            Json.createValue("~"),
            JsonValue.EMPTY_JSON_ARRAY,
            JsonValue.EMPTY_JSON_OBJECT);

    private final Random random = new Random(20_261_120L);

    JsonObject next() {
        return InputDocument.of(question());
    }

    /** The same question with a value of another type in one place, or a member less. */
    JsonObject confused(JsonObject question) {
        List<String> places = places(question, "");
        String place = places.get(random.nextInt(places.size()));
        JsonPointer pointer = Json.createPointer(place);
        boolean isMember = !Character.isDigit(place.charAt(place.length() - 1));
        if (isMember && random.nextInt(5) == 0) {
            return pointer.remove(question);
        }
        List<JsonValue> misfits = misfits(pointer.getValue(question));
        return pointer.replace(question, misfits.get(random.nextInt(misfits.size())));
    }

    /** Values of every type but that of this one. */
    static List<JsonValue> misfits(JsonValue value) {
        return MISFITS.stream()
                .filter(misfit -> misfit.getValueType() != value.getValueType())
                .toList();
    }

    /** Pointers to every member and element. */
    static List<String> places(JsonStructure structure, String prefix) {
        List<String> places = new ArrayList<>();
        switch (structure) {
            case JsonObject object -> object.keySet().forEach(name -> places.add(prefix + "/" + name));
            case jakarta.json.JsonArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    places.add(prefix + "/" + i);
                }
            }
            default -> {}
        }
        for (String place : List.copyOf(places)) {
            if (Json.createPointer(place.substring(prefix.length())).getValue(structure)
                    instanceof JsonStructure inner) {
                places.addAll(places(inner, place));
            }
        }
        return places;
    }

    PolicyRequest question() {
        PolicyAction action = one(PolicyAction.values());
        List<Resource> items =
                action == PolicyAction.RELEASE_ITEMS ? List.of(document("1"), document("2"), document("3")) : List.of();
        return new PolicyRequest(
                action,
                Asking.principal(
                        Map.of("department", one("roastery", "office")),
                        one("developer", "support", "hr"),
                        one("analyst", "team_lead", "auditor", "neighbour", "board")),
                Optional.of(one("search", "fetch_span", "list_versions", "fetch_rows", "aggregate", "redact")),
                Optional.of(resource()),
                items,
                label(),
                random.nextBoolean() ? Optional.empty() : Optional.of("payday"),
                Asking.NOW,
                Asking.NOW,
                Asking.json("{'intent': '" + one("structured_lookup", "default", "version_review", "none") + "'}"));
    }

    private Resource resource() {
        return switch (random.nextInt(4)) {
            case 0 -> new Resource.Corpus(one("", "public", "restricted/", "handbook/refund"), label());
            case 1 -> document("0");
            case 2 -> new Resource.Named(one("machine", "corpus"), "m", label());
            default ->
                new Resource.View(
                        one("safe_payroll", "safe_coffees", "safe_customer_view_support", "safe_nothing"),
                        label(),
                        List.of(one("name", "status", "admin_note"), one("monthly_salary", "department", "price")),
                        random.nextBoolean() ? List.of() : List.of(one("name", "admin_note", "department")),
                        random.nextBoolean() ? List.of() : List.of(one("department", "name")));
        };
    }

    private Resource.Document document(String suffix) {
        String collection = one("public", "restricted", "handbook", "people", "board", "");
        List<String> audience = random.nextBoolean() ? List.of() : List.of(one("hr", "developer", "board"));
        return new Resource.Document(collection + "/" + suffix, collection, label(), audience);
    }

    private Label label() {
        return new Label(one(Classification.values()), one(OriginTrust.values()));
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
