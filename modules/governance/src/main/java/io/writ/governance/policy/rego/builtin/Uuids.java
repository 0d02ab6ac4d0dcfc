package io.writ.governance.policy.rego.builtin;

import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoNumber;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoString;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes UUIDs apart; making one would be chance. */
final class Uuids {

    private static final String DASHED = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** Plain, as a URN, in any pair of characters, or without dashes. */
    private static final Pattern UUID =
            Pattern.compile("(?:(?i:urn:uuid:)?(" + DASHED + ")|.(" + DASHED + ").|([0-9a-fA-F]{32}))", Pattern.DOTALL);

    /** Hundreds of nanoseconds between the start of the Gregorian calendar and 1970. */
    private static final long GREGORIAN_TO_UNIX = 0x01B21DD213814000L;

    private static final List<String> DOMAINS = List.of("Person", "Group", "Org");

    private Uuids() {}

    static Map<String, Builtin> family() {
        return Map.of("uuid.parse", Uuids::parsed);
    }

    /** Undefined for what is no UUID. */
    private static @Nullable RegoObject parsed(BuiltinCall call) {
        Matcher form = UUID.matcher(call.string(0));
        if (!form.matches()) {
            return null;
        }
        String digits = form.group(1) != null ? form.group(1) : form.group(2) != null ? form.group(2) : form.group(3);
        byte[] bytes = HexFormat.of().parseHex(digits.replace("-", ""));
        int version = (bytes[6] & 0xf0) >> 4;
        ObjectBuilder members = new ObjectBuilder()
                .put("version", RegoNumber.of(version))
                .put("variant", RegoString.of(variant(bytes[8] & 0xff)));
        if (version == 1 || version == 2) {
            addTimeAndNode(members, bytes);
        }
        if (version == 2) {
            int domain = bytes[9] & 0xff;
            members.put("id", RegoNumber.of(number(bytes, 0, 4)))
                    .put("domain", RegoString.of(domain < DOMAINS.size() ? DOMAINS.get(domain) : "Domain" + domain));
        }
        return members.frozen();
    }

    private static void addTimeAndNode(ObjectBuilder members, byte[] bytes) {
        long time = number(bytes, 0, 4) | (number(bytes, 4, 2) << 32) | ((number(bytes, 6, 2) & 0xfff) << 48);
        members.put("time", RegoNumber.of((time - GREGORIAN_TO_UNIX) * 100))
                .put("clocksequence", RegoNumber.of(number(bytes, 8, 2) & 0x3fff))
                .put("nodeid", RegoString.of(node(bytes)))
                .put("macvariables", RegoString.of(kindOfNode(bytes[10])));
    }

    private static long number(byte[] bytes, int from, int length) {
        long number = 0;
        for (int i = from; i < from + length; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }

    private static String variant(int octet) {
        if ((octet & 0xc0) == 0x80) {
            return "RFC4122";
        }
        return (octet & 0xe0) == 0xc0 ? "Microsoft" : (octet & 0xe0) == 0xe0 ? "Future" : "Reserved";
    }

    private static String node(byte[] bytes) {
        StringJoiner node = new StringJoiner("-");
        for (int i = 10; i < bytes.length; i++) {
            node.add(String.format(Locale.ROOT, "%02x", bytes[i] & 0xff));
        }
        return node.toString();
    }

    private static String kindOfNode(byte first) {
        String scope = (first & 0b10) == 0 ? "global" : "local";
        return scope + ((first & 0b01) == 0 ? ":unicast" : ":multicast");
    }
}
