package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One call of a builtin: its operands, asked for by position (from 0) and type. */
public final class BuiltinCall {

    private final Meter meter;
    private final RegoValue[] operands;

    public BuiltinCall(Meter meter, RegoValue... operands) {
        this.meter = meter;
        this.operands = operands;
    }

    Meter meter() {
        return meter;
    }

    RegoValue any(int position) {
        return operands[position];
    }

    RegoNumber number(int position) {
        if (operands[position] instanceof RegoNumber number) {
            return number;
        }
        throw refused(position, "number");
    }

    /** An operand that has to be an integer of ordinary size. */
    int integer(int position) {
        return number(position)
                .intValue()
                .orElseThrow(() -> new BuiltinException("operand " + (position + 1) + " must be integer number"));
    }

    String string(int position) {
        if (operands[position] instanceof RegoString string) {
            return string.value();
        }
        throw refused(position, "string");
    }

    RegoArray array(int position) {
        if (operands[position] instanceof RegoArray array) {
            return array;
        }
        throw refused(position, "array");
    }

    RegoObject object(int position) {
        if (operands[position] instanceof RegoObject object) {
            return object;
        }
        throw refused(position, "object");
    }

    RegoSet set(int position) {
        if (operands[position] instanceof RegoSet set) {
            return set;
        }
        throw refused(position, "set");
    }

    /** The elements of an array or a set, as an array. */
    RegoArray elements(int position) {
        if (operands[position] instanceof RegoArray array) {
            return array;
        }
        if (operands[position] instanceof RegoSet set) {
            return set.sorted();
        }
        throw refused(position, "one of {set, array}");
    }

    /** The texts of an array or a set. */
    List<String> strings(int position) {
        List<String> texts = new ArrayList<>();
        for (RegoValue element : elements(position)) {
            if (!(element instanceof RegoString text)) {
                throw refused(position, "collection of strings");
            }
            texts.add(text.value());
        }
        return texts;
    }

    /** What to throw for an operand of the wrong type. */
    BuiltinException refused(int position, String wanted) {
        return new BuiltinException(String.format(
                Locale.ROOT, "operand %d must be %s but got %s", position + 1, wanted, operands[position].typeName()));
    }
}
