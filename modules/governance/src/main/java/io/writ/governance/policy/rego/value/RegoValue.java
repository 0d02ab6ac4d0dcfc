package io.writ.governance.policy.rego.value;

import jakarta.json.JsonValue;

/**
 * A value of Rego. The natural order is Rego's: null, booleans, numbers, strings, arrays, objects, sets; within a kind
 * by content. Equality agrees with the order, so {@code 1} equals {@code 1.0}.
 */
public abstract sealed class RegoValue extends Slot implements Comparable<RegoValue>
        permits RegoNull, RegoBoolean, RegoNumber, RegoString, RegoArray, RegoObject, RegoSet {

    /**
     * The value of a JSON tree.
     *
     * @throws ArithmeticException when a number in it is larger or smaller than Rego allows
     */
    public static RegoValue of(JsonValue json) {
        return JsonBridge.toRego(json);
    }

    /** The JSON tree of this value; a set becomes an array in Rego order, a key that is no string its JSON text. */
    public JsonValue toJson() {
        return JsonBridge.toJson(this);
    }

    /** Name of the type, as {@code type_name} says it. */
    public abstract String typeName();

    /** Place of this kind in the order of kinds. */
    public abstract int rank();

    @Override
    public final RegoValue frozen() {
        return this;
    }
}
