package io.writ.governance.policy.check;

import io.writ.governance.policy.check.Interpretation.Given;
import io.writ.governance.policy.check.Steps.Step;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Calls of functions of the policy, and of builtins. */
final class Calling {

    private Calling() {}

    static Step step(JsonObject json, Locals now, FunctionReading reading) {
        List<Slot> slots = Operands.slots(json.getJsonArray("args"), now, reading.plan());
        if (slots.stream().anyMatch(slot -> slot.shape() instanceof Shape.Never)) {
            return Step.never();
        }
        List<Shape> arguments = slots.stream().map(Slot::shape).toList();
        String name = json.getString("func");
        int target = json.getInt("result");
        return reading.plan()
                .function(name)
                .map(callee -> policy(callee, arguments, now, target, reading))
                .orElseGet(() -> builtin(name, arguments, now, target));
    }

    private static Step builtin(String name, List<Shape> arguments, Locals now, int target) {
        BuiltinReading read = BuiltinReading.of(name, arguments);
        now.assign(target, read.value());
        return new Step(Exits.BOTH, read.cause());
    }

    private static Step policy(
            PlanDocument.Function callee, List<Shape> arguments, Locals now, int target, FunctionReading reading) {
        Given given = reading.call(callee, arguments);
        if (given.isNothing()) {
            return Step.never(
                    reading.isAlive(callee, arguments)
                            ? noBody(callee, Optional.empty())
                            : noBody(callee, Optional.of(callee.name())));
        }
        now.assign(target, given.shape());
        return new Step(given.certain() ? Exits.NEXT : Exits.BOTH, Optional.empty());
    }

    /** Where it has none whatever the constants, the reason may be a finding inside it, which is told there. */
    private static Cause noBody(PlanDocument.Function callee, Optional<String> reason) {
        return new Cause(
                Severity.ERROR,
                Codes.NEVER_MATCHES,
                "no rule of " + callee.rule()
                        + " can hold for what it is given here, so this never has a value; give it"
                        + " what one of its rules is for, or add a rule",
                reason);
    }
}
