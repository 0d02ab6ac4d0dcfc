package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.Map;

/** Text out of values: {@code sprintf}, string interpolation and the traces that are not kept. */
final class Formatting {

    private Formatting() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "sprintf", Formatting::sprintf,
                "internal.template_string", Formatting::template,
                "internal.print", call -> RegoBoolean.TRUE,
                "print", call -> RegoBoolean.TRUE,
                "trace", call -> RegoBoolean.TRUE);
    }

    private static RegoString sprintf(BuiltinCall call) {
        String format = call.string(0);
        RegoArray arguments = call.array(1);
        call.meter().charge(format.length() / 4 + (long) arguments.size());
        String text = new GoFormat(format, arguments).text();
        call.meter().admit(text.length());
        return RegoString.of(text);
    }

    /** Each part is a text, or the set of what an expression yields: at most one value. */
    private static RegoString template(BuiltinCall call) {
        StringBuilder text = new StringBuilder();
        for (RegoValue part : call.array(0)) {
            text.append(part(part));
            call.meter().admit(text.length());
        }
        return RegoString.of(text.toString());
    }

    private static String part(RegoValue part) {
        if (!(part instanceof RegoSet yielded)) {
            return shown(part);
        }
        if (yielded.size() > 1) {
            throw new BuiltinException("template-strings must not produce multiple outputs");
        }
        return yielded.size() == 0 ? "<undefined>" : shown(yielded.element(0));
    }

    private static String shown(RegoValue value) {
        return value instanceof RegoString string ? string.value() : value.toString();
    }
}
