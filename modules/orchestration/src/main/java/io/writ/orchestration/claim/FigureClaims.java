package io.writ.orchestration.claim;

import io.writ.evidence.Claim;
import io.writ.evidence.ClaimStatus;
import io.writ.evidence.EvidenceSnippet;
import io.writ.evidence.EvidenceUnit;
import io.writ.orchestration.plan.PlanStep;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Claims that tell figures, one claim per group. */
final class FigureClaims {

    private FigureClaims() {}

    static List<Claim> of(PlanStep.Aggregate step, List<EvidenceUnit> units) {
        return units.stream()
                .flatMap(unit -> groups(unit)
                        .filter(group -> isMeant(step, group))
                        .flatMap(group -> metrics(group).flatMap(metric -> claim(unit, group, metric).stream())))
                .toList();
    }

    private static boolean isMeant(PlanStep.Aggregate step, JsonObject group) {
        return step.onlyValues().isEmpty()
                || named(group).stream().anyMatch(value -> step.onlyValues().contains(value.getValue()));
    }

    /** Groups first, figure last: the gate pairs names with values in the order of the claim. */
    private static Optional<Claim> claim(EvidenceUnit unit, JsonObject group, JsonObject metric) {
        Optional<String> value = Optional.ofNullable(metric.get("value")).flatMap(Row::text);
        String figure = spoken(metric.getString("name", "")) + " of " + spoken(metric.getString("field", ""));
        List<String> dimensions = named(group).stream()
                .map(dimension -> spoken(dimension.getKey()) + " " + dimension.getValue())
                .toList();
        String scope = dimensions.isEmpty() ? "" : "for " + String.join(" and ", dimensions) + " ";
        return value.map(number -> {
            String text = scope + "the " + figure + " is " + number;
            String location = unit.sourceSystem() + "/" + unit.objectId();
            return new Claim(
                    text,
                    ClaimStatus.SUPPORTED,
                    List.of(unit.id()),
                    List.of(new EvidenceSnippet(unit.id(), location, text)));
        });
    }

    /** Names as people say them; the gate knows these forms. */
    private static String spoken(String name) {
        return switch (name) {
            case "avg" -> "average";
            case "max" -> "maximum";
            case "min" -> "minimum";
            default -> name.replace('_', ' ');
        };
    }

    private static List<Map.Entry<String, String>> named(JsonObject row) {
        List<Map.Entry<String, String>> named = new ArrayList<>();
        if (row.get("group") instanceof JsonObject group) {
            group.forEach((field, value) -> Row.text(value).ifPresent(text -> named.add(Map.entry(field, text))));
        }
        return named;
    }

    private static Stream<JsonObject> groups(EvidenceUnit unit) {
        return unit.content() instanceof JsonObject content ? objects(content.get("rows")) : Stream.empty();
    }

    private static Stream<JsonObject> metrics(JsonObject group) {
        return objects(group.get("metrics"));
    }

    private static Stream<JsonObject> objects(@Nullable JsonValue array) {
        return array instanceof JsonArray items
                ? items.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }
}
