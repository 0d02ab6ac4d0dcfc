package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoValue;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Runs a policy over everything that can be asked at once: locals hold shapes instead of values. A function is read once
 * for the arguments of each call, to know what that call can give, and once more for arguments without their constants,
 * to count which of its statements can never hold.
 */
final class Interpretation {

    /** The shipped policy needs some two hundred readings; a policy beyond this is not proven. */
    private static final int READINGS_MAX = 20_000;

    /** What a function can give. */
    record Given(Shape shape, boolean certain) {
        static final Given ANYTHING = new Given(Shape.unknown(), false);
        static final Given NOTHING = new Given(Shape.never(), false);

        boolean isNothing() {
            return shape instanceof Shape.Never;
        }
    }

    private record Reading(String function, List<Shape> arguments, boolean counted) {
        private Reading {
            arguments = List.copyOf(arguments);
        }
    }

    private final PlanDocument plan;
    private final Effort effort;
    private final Tally tally = new Tally();
    private final Map<Reading, Given> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private boolean complete = true;

    Interpretation(PlanDocument plan, Effort effort) {
        this.plan = plan;
        this.effort = effort;
    }

    /** Reads the policy from one entry point. */
    void read(JsonArray entry, SchemaNode input, RegoValue data, SchemaNode grants) {
        Locals locals = new Locals();
        locals.assign(0, new Shape.Asked("input", true, input));
        locals.assign(1, new Shape.Stored(StoredNode.root(data, grants)));
        new FunctionReading(this, new PlanDocument.Function("", "", List.of(), entry, -1), true).run(locals);
    }

    /** Whether a statement is worth reading: not once it is known that nothing can be proven. */
    boolean goesOn() {
        complete = complete && effort.allowsStep();
        return complete;
    }

    /** False when the policy was too large, or calls itself: then nothing that was counted is certain. */
    boolean isComplete() {
        return complete;
    }

    Tally tally() {
        return tally;
    }

    PlanDocument plan() {
        return plan;
    }

    /** What a call gives for these arguments. */
    Given call(PlanDocument.Function function, List<Shape> arguments, boolean counted) {
        List<Shape> general = new ArrayList<>(arguments.subList(0, 2));
        arguments.subList(2, arguments.size()).forEach(argument -> general.add(argument.generalised()));
        if (counted && general.equals(arguments)) {
            return reading(function, arguments, true);
        }
        if (counted) {
            Given unusedHere = reading(function, general, true);
        }
        return reading(function, arguments, false);
    }

    /** Whether the function has a value for any arguments of these types at all. */
    boolean isAlive(PlanDocument.Function function, List<Shape> arguments) {
        List<Shape> general = arguments.stream().map(Shape::generalised).toList();
        return !reading(function, general, true).isNothing();
    }

    private Given reading(PlanDocument.Function function, List<Shape> arguments, boolean counted) {
        Reading reading = new Reading(function.name(), arguments, counted);
        Given before = known.get(reading);
        if (before != null) {
            return before;
        }
        if (known.size() >= READINGS_MAX || !running.add(function.name())) {
            complete = false;
            return Given.ANYTHING;
        }
        Locals locals = new Locals();
        for (int i = 0; i < arguments.size(); i++) {
            locals.assign(function.parameters().get(i), arguments.get(i));
        }
        Given given = new FunctionReading(this, function, counted).run(locals);
        running.remove(function.name());
        known.put(reading, given);
        return given;
    }

    /** Counts one visit of a statement. */
    void count(PlanDocument.Function function, JsonObject statement, Optional<Cause> cause) {
        tally.count(function, statement, cause);
    }
}
