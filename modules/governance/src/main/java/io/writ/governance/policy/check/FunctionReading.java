package io.writ.governance.policy.check;

import io.writ.governance.policy.check.Interpretation.Given;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** One reading of one function: which ways lead through its blocks. What a statement does is in {@link Steps}. */
final class FunctionReading {

    private final Interpretation whole;
    private final PlanDocument.Function function;
    private final boolean counted;
    private Locals now = new Locals();
    private Given given = Given.NOTHING;

    FunctionReading(Interpretation whole, PlanDocument.Function function, boolean counted) {
        this.whole = whole;
        this.function = function;
        this.counted = counted;
    }

    Given run(Locals locals) {
        now = locals;
        long unusedExits = blocks(PlanDocument.list(function.blocks()));
        return given;
    }

    /** The ways out of blocks in order, each of which is tried whether or not the one before it was left. */
    private long blocks(List<JsonObject> list) {
        long leaving = 0;
        for (JsonObject block : list) {
            long exits = block(block);
            leaving |= Exits.outward(exits);
            if ((exits & Exits.BOTH) == 0) {
                return leaving;
            }
        }
        return leaving | Exits.NEXT;
    }

    private long block(JsonObject block) {
        Locals before = now.copy();
        long exits = 0;
        for (JsonObject typed : PlanDocument.list(block, "stmts")) {
            if (!whole.goesOn()) {
                return exits | Exits.NEXT;
            }
            long ways = step(typed.getString("type"), typed.getJsonObject("stmt"));
            exits |= ways & ~Exits.NEXT;
            if (!Exits.goesOn(ways)) {
                now = Locals.afterSome(before, now);
                return exits;
            }
        }
        now = exits == 0 ? Locals.afterAll(before, now) : Locals.afterSome(before, now);
        return exits | Exits.NEXT;
    }

    private long step(String kind, JsonObject json) {
        return switch (kind) {
            case "BlockStmt" -> blocks(PlanDocument.list(json, "blocks"));
            case "BreakStmt" -> Exits.leave(json.getInt("index"));
            case "NotStmt" -> not(json);
            case "ScanStmt" -> scan(json);
            case "WithStmt" -> with(json);
            case "ReturnLocalStmt" -> give(now.slot(json.getInt("source")));
            default -> {
                Steps.Step step = Steps.of(kind, json, now, this);
                count(json, step.cause());
                yield step.exits();
            }
        };
    }

    void count(JsonObject json, Optional<Cause> cause) {
        if (counted) {
            whole.count(function, json, cause);
        }
    }

    private long give(Slot result) {
        given = new Given(result.shape(), result.certain());
        return Exits.RETURN;
    }

    private long not(JsonObject json) {
        Locals before = now.copy();
        long inner = block(json.getJsonObject("block"));
        now = before;
        boolean never = inner == Exits.NEXT;
        count(json, never ? Optional.of(Wording.alwaysHolds()) : Optional.empty());
        long fails = Exits.goesOn(inner) ? Exits.UNDEFINED : 0;
        long holds = (inner & Exits.UNDEFINED) != 0 ? Exits.NEXT : 0;
        return fails | holds | Exits.outward(inner);
    }

    /** The block is read twice, so that the second time round is known too. */
    private long scan(JsonObject json) {
        Shape source = now.slot(json.getInt("source")).shape();
        Optional<Elements> elements = Elements.of(source);
        boolean wrong = Elements.isNone(source);
        count(json, wrong ? Optional.of(Wording.notIterable(source)) : Optional.empty());
        long exits = Exits.NEXT;
        for (int round = 0; round < 2 && elements.isPresent(); round++) {
            Locals before = now.copy();
            now.assign(json.getInt("key"), elements.get().key());
            now.assign(json.getInt("value"), elements.get().value());
            exits |= Exits.outward(block(json.getJsonObject("block")));
            now = Locals.afterSome(before, now);
        }
        return exits;
    }

    private long with(JsonObject json) {
        int local = json.getInt("local");
        Slot saved = now.slot(local);
        boolean partly = json.get("path") instanceof JsonArray steps && !steps.isEmpty();
        Slot replaced = partly ? Slot.of(Shape.unknown()) : operand(json.getJsonObject("value"));
        now.forgetFacts();
        now.put(local, replaced);
        long exits = block(json.getJsonObject("block"));
        now.put(local, saved);
        now.forgetFacts();
        return (exits & Exits.BOTH) | Exits.outward(exits);
    }

    Slot operand(JsonObject operand) {
        return Operands.slot(operand, now, whole.plan());
    }

    /** A call of a function of this policy. */
    Given call(PlanDocument.Function callee, List<Shape> arguments) {
        if (counted) {
            whole.tally().calls(function.name(), callee.name());
        }
        return whole.call(callee, arguments, counted);
    }

    boolean isAlive(PlanDocument.Function callee, List<Shape> arguments) {
        return counted && whole.isAlive(callee, arguments);
    }

    boolean isResult(int local) {
        return local == function.result();
    }

    PlanDocument plan() {
        return whole.plan();
    }
}
