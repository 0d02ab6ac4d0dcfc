package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Blocks of network addresses. Nothing here asks a name server. */
final class Networks {

    /** A block or address with what stands for it in the result. */
    private record Named(RegoValue name, RegoValue cidr) {}

    private Networks() {}

    static Map<String, Builtin> family() {
        return Map.of(
                "net.cidr_contains",
                call -> RegoBoolean.of(contains(call.any(0), call.any(1))),
                "net.cidr_overlap",
                call -> RegoBoolean.of(contains(call.any(0), call.any(1))),
                "net.cidr_intersects",
                call -> RegoBoolean.of(block(call.any(0)).intersects(block(call.any(1)))),
                "net.cidr_is_valid",
                Networks::isValid,
                "net.cidr_expand",
                Networks::expand,
                "net.cidr_contains_matches",
                Networks::matches,
                "net.cidr_merge",
                NetworkMerge::merged);
    }

    private static String text(RegoValue value) {
        if (value instanceof RegoString text) {
            return text.value();
        }
        throw new BuiltinException("operand must be string but got " + value.typeName());
    }

    private static Network block(RegoValue value) {
        return Network.block(text(value))
                .orElseThrow(() -> new BuiltinException("invalid CIDR address: " + text(value)));
    }

    private static boolean contains(RegoValue outer, RegoValue inner) {
        Network block = block(outer);
        return block.contains(Network.address(text(inner))
                .or(() -> Network.block(text(inner)))
                .orElseThrow(() -> new BuiltinException(
                        "not a valid textual representation of an IP address or CIDR: " + text(inner))));
    }

    private static RegoBoolean isValid(BuiltinCall call) {
        return RegoBoolean.of(call.any(0) instanceof RegoString text
                && Network.block(text.value()).isPresent());
    }

    private static RegoSet expand(BuiltinCall call) {
        Network block = block(call.any(0));
        call.meter().admit(block.size());
        call.meter().charge(block.size());
        SetBuilder addresses = new SetBuilder();
        for (long i = 0; i < block.size(); i++) {
            addresses.add(RegoString.of(block.addressAt(i)));
        }
        return addresses.frozen();
    }

    private static RegoSet matches(BuiltinCall call) {
        SetBuilder matches = new SetBuilder();
        List<Named> inner = named(call.any(1), 2);
        for (Named outer : named(call.any(0), 1)) {
            call.meter().charge(inner.size());
            for (Named candidate : inner) {
                if (contains(outer.cidr(), candidate.cidr())) {
                    matches.add(RegoArray.of(List.of(outer.name(), candidate.name())));
                }
            }
        }
        return matches.frozen();
    }

    /** A text stands for itself, an element of an array for its index, of a set for itself, of an object for its key. */
    private static List<Named> named(RegoValue operand, int position) {
        List<Named> named = new ArrayList<>();
        switch (operand) {
            case RegoString text -> named.add(new Named(text, text));
            case RegoArray array -> {
                for (int i = 0; i < array.size(); i++) {
                    named.add(new Named(RegoNumber.of(i), cidr(array.element(i), position)));
                }
            }
            case RegoSet set -> set.forEach(element -> named.add(new Named(element, cidr(element, position))));
            case RegoObject object -> {
                for (int i = 0; i < object.size(); i++) {
                    named.add(new Named(object.key(i), cidr(object.value(i), position)));
                }
            }
            default -> {}
        }
        return named;
    }

    private static RegoValue cidr(RegoValue element, int position) {
        if (element instanceof RegoArray array && array.size() > 0) {
            return array.element(0);
        }
        if (element instanceof RegoString) {
            return element;
        }
        throw new BuiltinException("operand " + position + ": element must be string or non-empty array");
    }
}
