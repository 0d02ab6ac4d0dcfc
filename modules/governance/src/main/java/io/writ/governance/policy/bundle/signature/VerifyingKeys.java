package io.writ.governance.policy.bundle.signature;

import io.writ.evidence.StrictJson;
import io.writ.evidence.WireFormatException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The public keys that are trusted, by id, in the form of OPA's own configuration. */
public final class VerifyingKeys {

    private static final Set<String> MEMBERS = Set.of("algorithm", "key", "scope");

    private final Map<String, VerifyingKey> keys;

    private VerifyingKeys(Map<String, VerifyingKey> keys) {
        this.keys = keys;
    }

    /** Reads the file; throws {@link IllegalArgumentException} with a message that fits behind "does not fit: ". */
    public static VerifyingKeys parse(byte[] utf8) {
        JsonObject document;
        try {
            document = StrictJson.parseObject(utf8);
        } catch (WireFormatException malformed) {
            throw new IllegalArgumentException(malformed.getMessage(), malformed);
        }
        if (!document.keySet().equals(Set.of("keys")) || !(document.get("keys") instanceof JsonObject named)) {
            throw new IllegalArgumentException("it must have one member, keys, with an object of keys by their ids");
        }
        Map<String, VerifyingKey> keys = new TreeMap<>();
        named.forEach((id, value) -> keys.put(id, key(id, value)));
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it holds no key");
        }
        return new VerifyingKeys(keys);
    }

    Optional<VerifyingKey> named(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static VerifyingKey key(String id, JsonValue value) {
        if (!(value instanceof JsonObject members) || !MEMBERS.containsAll(members.keySet())) {
            throw new IllegalArgumentException(
                    "key " + id + " must be an object of algorithm, key and, if need be, scope");
        }
        SigningAlgorithm algorithm = SigningAlgorithm.named(text(members, "algorithm"))
                .orElseThrow(() ->
                        new IllegalArgumentException("the algorithm of key " + id + " must be RS256, ES256 or EdDSA"));
        return VerifyingKey.ofPem(id, algorithm, text(members, "key"), text(members, "scope"));
    }

    private static String text(JsonObject members, String name) {
        return members.get(name) instanceof JsonString text ? text.getString() : "";
    }
}
