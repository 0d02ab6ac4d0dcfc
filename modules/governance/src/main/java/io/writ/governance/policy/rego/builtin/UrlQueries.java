package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.ArrayBuilder;
import io.writ.governance.policy.rego.value.JsonText;
import io.writ.governance.policy.rego.value.ObjectBuilder;
import io.writ.governance.policy.rego.value.RegoArray;
import io.writ.governance.policy.rego.value.RegoObject;
import io.writ.governance.policy.rego.value.RegoSet;
import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The query part of a URL. */
final class UrlQueries {

    private static final Pattern AMPERSAND = Pattern.compile("&");

    private UrlQueries() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("urlquery.encode", call -> RegoString.of(encoded(call.string(0)))),
                entry("urlquery.decode", call -> RegoString.of(decoded(call.string(0)))),
                entry("urlquery.encode_object", UrlQueries::encodedObject),
                entry("urlquery.decode_object", UrlQueries::decodedObject));
    }

    /** As Java has it, but for the two characters on which it and Go disagree. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String decoded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '%') {
                int high = i + 1 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
                int low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new BuiltinException("invalid URL escape");
                }
                decoded.write((high << 4) | low);
                i += 2;
            } else {
                decoded.write(bytes[i] == '+' ? ' ' : bytes[i]);
            }
        }
        return Encodings.text(decoded.toByteArray()).value();
    }

    /** Sorted by name. */
    private static RegoString encodedObject(BuiltinCall call) {
        RegoObject members = call.object(0);
        ObjectBuilder byName = new ObjectBuilder();
        for (int i = 0; i < members.size(); i++) {
            byName.put(JsonText.name(members.key(i)), members.value(i));
        }
        RegoObject named = byName.frozen();
        StringJoiner query = new StringJoiner("&");
        for (int i = 0; i < named.size(); i++) {
            String name = encoded(JsonText.name(named.key(i)));
            elements(named.value(i)).forEach(element -> query.add(name + "=" + encoded(text(element))));
        }
        return RegoString.of(query.toString());
    }

    private static String text(RegoValue element) {
        if (element instanceof RegoString text) {
            return text.value();
        }
        throw new BuiltinException("operand 1 values must be string, array[string], or set[string]");
    }

    private static RegoArray elements(RegoValue value) {
        return switch (value) {
            case RegoArray array -> array;
            case RegoSet set -> set.sorted();
            default -> new ArrayBuilder().add(value).frozen();
        };
    }

    /** A part with a semicolon is refused, as Go does. */
    private static RegoObject decodedObject(BuiltinCall call) {
        ObjectBuilder members = new ObjectBuilder();
        for (String part : List.of(AMPERSAND.split(call.string(0), -1))) {
            if (part.contains(";")) {
                throw new BuiltinException("invalid semicolon separator in query");
            }
            if (!part.isEmpty()) {
                int equals = part.indexOf('=');
                RegoString name = RegoString.of(decoded(equals < 0 ? part : part.substring(0, equals)));
                RegoString value = RegoString.of(equals < 0 ? "" : decoded(part.substring(equals + 1)));
                RegoValue before = members.member(name);
                ArrayBuilder values = before instanceof RegoArray array ? new ArrayBuilder(array) : new ArrayBuilder();
                members.put(name, values.add(value).frozen());
            }
        }
        return members.frozen();
    }
}
