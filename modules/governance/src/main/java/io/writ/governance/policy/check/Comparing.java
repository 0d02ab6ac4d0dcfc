package io.writ.governance.policy.check;

import io.writ.governance.policy.check.Steps.Step;
import jakarta.json.JsonObject;
import java.util.Optional;

/** Compares two values, and remembers what a comparison that held has shown. */
final class Comparing {

    private Comparing() {}

    static Step step(String kind, JsonObject json, Locals now, FunctionReading reading) {
        Slot left = reading.operand(json.getJsonObject("a"));
        Slot right = reading.operand(json.getJsonObject("b"));
        if (left.shape() instanceof Shape.Never || right.shape() instanceof Shape.Never) {
            return Step.never();
        }
        boolean same = left.shape().equalsCertainly(right.shape());
        boolean different = left.shape().excludes(right.shape());
        if (kind.equals("NotEqualStmt")) {
            // The compiler writes it after each call, to ask whether it gave false: the call tells more.
            return same ? Step.never() : different ? Step.always() : Step.maybe();
        }
        if (different) {
            return Step.never(Wording.neverEqual(left.shape(), right.shape()));
        }
        learn(json.getJsonObject("a"), left.shape(), right.shape(), now);
        learn(json.getJsonObject("b"), right.shape(), left.shape(), now);
        return same ? Step.always() : new Step(Exits.BOTH, Optional.empty());
    }

    private static void learn(JsonObject operand, Shape shape, Shape other, Locals now) {
        if (!(other instanceof Shape.Exactly) || shape instanceof Shape.Exactly) {
            return;
        }
        if (shape instanceof Shape.Asked asked && asked.fixed()) {
            now.learn(asked.path(), other);
        }
        if (operand.getString("type").equals("local")) {
            now.assign(operand.getInt("value"), other);
        }
    }
}
