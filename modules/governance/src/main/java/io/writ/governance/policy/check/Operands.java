package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoBoolean;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What statements read: locals, strings and booleans. */
final class Operands {

    private Operands() {}

    static Slot slot(JsonObject operand, Locals locals, PlanDocument plan) {
        return switch (operand.getString("type")) {
            case "local" -> locals.slot(operand.getInt("value"));
            case "string_index" -> Slot.of(Shape.Exactly.text(plan.string(operand.getInt("value"))));
            default -> Slot.of(new Shape.Exactly(Set.of(RegoBoolean.of(operand.getBoolean("value")))));
        };
    }

    static List<Slot> slots(JsonArray operands, Locals locals, PlanDocument plan) {
        List<Slot> slots = new ArrayList<>();
        operands.getValuesAs(JsonObject.class).forEach(operand -> slots.add(slot(operand, locals, plan)));
        return slots;
    }
}
