package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import io.writ.governance.policy.rego.value.SetBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Blocks that overlap or lie side by side, made into as few as possible. */
final class NetworkMerge {

    /** Addresses, and the text of their block. */
    private record Part(AddressRange range, String text) {}

    private NetworkMerge() {}

    static RegoSet merged(BuiltinCall call) {
        if (!(call.any(0) instanceof RegoArray || call.any(0) instanceof RegoSet)) {
            throw new BuiltinException("operand must be an array");
        }
        List<Part> parts = new ArrayList<>();
        for (RegoValue element : call.elements(0)) {
            parts.add(part(element));
        }
        call.meter().charge(parts.size());
        parts.sort(Comparator.comparing(Part::range, AddressRange.BY_LAST));
        SetBuilder texts = new SetBuilder();
        int end = parts.size();
        while (end > 0) {
            end = addGroup(parts, end, texts);
        }
        call.meter().admit(texts.size());
        return texts.frozen();
    }

    /** Adds what of the parts before the end hangs together with the last of them; returns where that begins. */
    private static int addGroup(List<Part> parts, int end, SetBuilder texts) {
        int start = end - 1;
        AddressRange range = parts.get(start).range();
        while (start > 0 && range.follows(parts.get(start - 1).range())) {
            start--;
            range = range.with(parts.get(start).range());
        }
        List<String> blocks = start == end - 1 ? List.of(parts.get(start).text()) : range.blocks();
        blocks.forEach(block -> texts.add(RegoString.of(block)));
        return start;
    }

    private static Part part(RegoValue element) {
        if (!(element instanceof RegoString text)) {
            throw new BuiltinException("element must be string");
        }
        return Network.address(text.value()).map(NetworkMerge::ofAddress).orElseGet(() -> ofBlock(text.value()));
    }

    /** OPA gives an address without a prefix the one of its class, and writes it as it is. */
    private static Part ofAddress(Network address) {
        if (!address.isVersion4()) {
            throw new BuiltinException("IPv6 invalid: needs prefix length");
        }
        Network block = Network.block(address.classful()).orElseThrow();
        return new Part(block.range(), address.classful());
    }

    private static Part ofBlock(String text) {
        Network block = Network.block(text).orElseThrow(() -> new BuiltinException("invalid CIDR address: " + text));
        if (block.isVersion4() && text.contains(":")) {
            throw new BuiltinException("a block of IPv4 written as one of IPv6, which OPA does not merge: " + text);
        }
        return new Part(block.range(), block.text());
    }
}
