package io.writ.governance.policy.check;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules that say the same twice: two bodies of one rule that differ in nothing but where they stand. */
final class Repetition {

    private static final Set<String> PLACES = Set.of("file", "row", "col", "end_row", "end_col");
    private static final Set<String> LOCALS =
            Set.of("target", "source", "key", "array", "set", "object", "result", "a", "b", "local");

    private Repetition() {}

    static List<Finding> findings(PlanDocument plan) {
        List<Finding> findings = new ArrayList<>();
        for (PlanDocument.Function function : plan.functions().values()) {
            Map<String, String> seen = new HashMap<>();
            for (JsonObject block : PlanDocument.list(function.blocks())) {
                if (reads(block)) {
                    String place = plan.place(
                            PlanDocument.list(block, "stmts").getFirst().getJsonObject("stmt"));
                    String before = seen.putIfAbsent(new Repetition().told(block, ""), place);
                    if (before != null) {
                        findings.add(finding(function, place, before));
                    }
                }
            }
        }
        return findings;
    }

    private static Finding finding(PlanDocument.Function function, String place, String before) {
        return new Finding(
                Severity.WARNING,
                Codes.SHADOWED,
                function.rule(),
                place,
                "this body says what the one at " + before + " says; remove one of them");
    }

    /** Blocks that only hand a result on are alike in every rule. */
    private static boolean reads(JsonObject block) {
        return PlanDocument.list(block, "stmts").stream()
                .findFirst()
                .filter(first -> first.getString("type").equals("ResetLocalStmt"))
                .isPresent();
    }

    private final Map<Integer, Integer> order = new HashMap<>();

    /** The text of a value without places, and with locals numbered as they appear. */
    private String told(JsonValue value, String member) {
        return switch (value) {
            case JsonObject object -> {
                StringBuilder text = new StringBuilder("{");
                // The value of an operand and of a loop is a local; that of a number is the number.
                boolean local = "local".equals(text(object, "type"));
                object.forEach((name, each) -> {
                    if (!PLACES.contains(name)) {
                        boolean number = LOCALS.contains(name)
                                || (name.equals("value") && (local || object.containsKey("block")));
                        text.append(name)
                                .append(':')
                                .append(told(each, number ? "local" : name))
                                .append(' ');
                    }
                });
                yield text.append('}').toString();
            }
            case JsonArray array -> {
                StringBuilder text = new StringBuilder("[");
                array.forEach(each -> text.append(told(each, "")).append(' '));
                yield text.append(']').toString();
            }
            case JsonNumber number
            when member.equals("local") -> "$" + order.computeIfAbsent(number.intValue(), _ -> order.size());
            default -> value.toString();
        };
    }

    private static String text(JsonObject json, String member) {
        return json.get(member) instanceof JsonString text ? text.getString() : "";
    }
}
