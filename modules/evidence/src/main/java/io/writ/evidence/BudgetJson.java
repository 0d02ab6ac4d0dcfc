package io.writ.evidence;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.OptionalInt;
import java.util.Set;

/** Wire form of a budget. Every refusal starts with {@code invalid budget: } and names the member. */
public final class BudgetJson {

    private static final String CALLS = "max_operator_calls";
    private static final String BYTES = "max_bytes";
    private static final String WALLCLOCK = "max_wallclock_ms";
    private static final String STEPS = "max_recursion_depth";
    private static final String PARALLELISM = "max_parallelism";

    private BudgetJson() {}

    /** Five members; an absent parallelism is written as null. */
    public static JsonObject write(Budget budget) {
        JsonObjectBuilder builder = SharedJson.PROVIDER
                .createObjectBuilder()
                .add(CALLS, budget.operatorCallsMax())
                .add(BYTES, budget.bytesMax())
                .add(WALLCLOCK, budget.wallclockMillisMax())
                .add(STEPS, budget.stepsMax());
        if (budget.parallelismMax().isPresent()) {
            builder.add(PARALLELISM, budget.parallelismMax().getAsInt());
        } else {
            builder.addNull(PARALLELISM);
        }
        return builder.build();
    }

    public static Budget read(JsonObject wire) {
        JsonMembers members = new JsonMembers(wire);
        try {
            members.refuseUnknown(Set.of(CALLS, BYTES, WALLCLOCK, STEPS, PARALLELISM));
            return new Budget(
                    integer(members, CALLS),
                    integer(members, BYTES),
                    integer(members, WALLCLOCK),
                    integer(members, STEPS),
                    members.has(PARALLELISM) ? OptionalInt.of(integer(members, PARALLELISM)) : OptionalInt.empty());
        } catch (IllegalArgumentException refused) {
            throw new WireFormatException("invalid budget: " + refused.getMessage(), refused);
        }
    }

    private static int integer(JsonMembers members, String name) {
        JsonNumber number = members.number(name);
        if (!number.isIntegral()) {
            throw new WireFormatException(name + " must be an integer");
        }
        try {
            return number.intValueExact();
        } catch (ArithmeticException tooLarge) {
            throw new WireFormatException(name + " out of range", tooLarge);
        }
    }
}
