package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one plain statement does to what is known. */
final class Steps {

    /**
     * How a statement ends.
     *
     * @param cause why it can never hold, or never means anything
     */
    record Step(long exits, Optional<Cause> cause) {
        static Step always() {
            return new Step(Exits.NEXT, Optional.empty());
        }

        static Step maybe() {
            return new Step(Exits.BOTH, Optional.empty());
        }

        /** Never holds, for a reason that lies elsewhere. */
        static Step never() {
            return new Step(Exits.UNDEFINED, Optional.empty());
        }

        static Step never(Cause cause) {
            return new Step(Exits.UNDEFINED, Optional.of(cause));
        }
    }

    private Steps() {}

    static Step of(String kind, JsonObject json, Locals now, FunctionReading reading) {
        return switch (kind) {
            case "AssignVarStmt" -> assign(json, now, reading.operand(json.getJsonObject("source")));
            case "AssignVarOnceStmt" -> assignOnce(json, now, reading.operand(json.getJsonObject("source")));
            case "IsDefinedStmt" -> isDefined(json, now);
            case "IsUndefinedStmt" -> isUndefined(json, now, reading);
            case "ResetLocalStmt" -> put(json, now, Slot.UNDEFINED);
            case "AssignIntStmt", "MakeNumberIntStmt" ->
                put(
                        json,
                        now,
                        constant(RegoNumber.of(json.getJsonNumber("value").longValueExact())));
            case "MakeNumberRefStmt" -> put(json, now, constant(number(json, reading.plan())));
            case "MakeNullStmt" -> put(json, now, Slot.of(new Shape.OfKind(EnumSet.of(Kind.NULL))));
            case "MakeArrayStmt" -> put(json, now, Slot.of(new Shape.Many(Kind.ARRAY, Shape.never())));
            case "MakeSetStmt" -> put(json, now, Slot.of(new Shape.Many(Kind.SET, Shape.never())));
            case "MakeObjectStmt" -> put(json, now, Slot.of(new Shape.Built(Map.of())));
            case "ArrayAppendStmt" -> add(json, "array", now, reading);
            case "SetAddStmt" -> add(json, "set", now, reading);
            case "ObjectInsertStmt", "ObjectInsertOnceStmt" -> insert(json, now, reading);
            case "ObjectMergeStmt" -> put(json, now, Slot.of(new Shape.OfKind(EnumSet.of(Kind.OBJECT))));
            case "EqualStmt", "NotEqualStmt" -> Comparing.step(kind, json, now, reading);
            case "DotStmt" -> Looking.step(json, now, reading);
            case "LenStmt" -> maybe(json, now, new Shape.OfKind(EnumSet.of(Kind.NUMBER)));
            case "CallStmt" -> Calling.step(json, now, reading);
            case "CallDynamicStmt" -> {
                now.assign(json.getInt("result"), Shape.unknown());
                yield Step.maybe();
            }
            case "IsArrayStmt", "IsObjectStmt", "IsSetStmt" -> Step.maybe();
            default -> Step.always();
        };
    }

    private static Slot constant(RegoValue value) {
        return Slot.of(new Shape.Exactly(Set.of(value)));
    }

    private static RegoNumber number(JsonObject json, PlanDocument plan) {
        return RegoNumber.parse(plan.string(json.getInt(json.containsKey("index") ? "index" : "Index")));
    }

    private static Step put(JsonObject json, Locals now, Slot slot) {
        now.put(json.getInt("target"), slot);
        return Step.always();
    }

    private static Step maybe(JsonObject json, Locals now, Shape shape) {
        now.assign(json.getInt("target"), shape);
        return Step.maybe();
    }

    private static Step assign(JsonObject json, Locals now, Slot source) {
        if (source.shape() instanceof Shape.Never) {
            return Step.never();
        }
        now.assign(json.getInt("target"), source.shape());
        return new Step(Exits.of(source), Optional.empty());
    }

    private static Step assignOnce(JsonObject json, Locals now, Slot source) {
        if (source.shape() instanceof Shape.Never) {
            return Step.never();
        }
        Shape before = now.slot(json.getInt("target")).shape();
        now.assign(json.getInt("target"), Join.of(before, source.shape()));
        return new Step(Exits.of(source), Optional.empty());
    }

    private static Step isDefined(JsonObject json, Locals now) {
        Slot slot = now.slot(json.getInt("source"));
        if (slot.shape() instanceof Shape.Never) {
            return Step.never();
        }
        now.assign(json.getInt("source"), slot.shape());
        return new Step(Exits.of(slot), Optional.empty());
    }

    /** An else asks this of its rule; a default asks it of the result, and a default that is never needed is good style. */
    private static Step isUndefined(JsonObject json, Locals now, FunctionReading reading) {
        int local = json.getInt("source");
        Slot slot = now.slot(local);
        if (slot.certain()) {
            return reading.isResult(local) ? Step.never() : Step.never(Wording.shadowed());
        }
        boolean never = slot.shape() instanceof Shape.Never;
        now.put(local, Slot.UNDEFINED);
        return never ? Step.always() : Step.maybe();
    }

    private static Step add(JsonObject json, String member, Locals now, FunctionReading reading) {
        Slot value = reading.operand(json.getJsonObject("value"));
        int local = json.getInt(member);
        if (now.slot(local).shape() instanceof Shape.Many(var kind, var element)) {
            now.assign(local, Shape.bounded(new Shape.Many(kind, Join.of(element, value.shape()))));
        } else {
            now.assign(local, Shape.unknown());
        }
        return new Step(Exits.of(value), Optional.empty());
    }

    private static Step insert(JsonObject json, Locals now, FunctionReading reading) {
        Slot key = reading.operand(json.getJsonObject("key"));
        Slot value = reading.operand(json.getJsonObject("value"));
        int local = json.getInt("object");
        Optional<String> name = Looking.name(key.shape());
        if (now.slot(local).shape() instanceof Shape.Built(var members) && name.isPresent()) {
            Map<String, Shape> more = new TreeMap<>(members);
            more.merge(name.get(), value.shape(), Join::of);
            now.assign(local, Shape.bounded(new Shape.Built(more)));
        } else {
            now.assign(local, new Shape.OfKind(EnumSet.of(Kind.OBJECT)));
        }
        return new Step(Exits.of(key) | Exits.of(value), Optional.empty());
    }
}
