package io.writ.governance.policy.backtest.report;

import io.writ.evidence.StrictJson;
import jakarta.json.JsonObject;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;

/** Reads the keys that reports are trusted by, in the form in which OPA's configuration names keys. */
final class ReportKeys {

    private static final String ALGORITHM = "EdDSA";

    private ReportKeys() {}

    /** Refuses with a message that fits behind "does not fit: ". */
    static List<PublicKey> parse(byte[] file) {
        if (!(StrictJson.parseObject(file).get("keys") instanceof JsonObject named) || named.isEmpty()) {
            throw new IllegalArgumentException("it must have a member keys, with an object of keys by their ids");
        }
        List<PublicKey> keys = new ArrayList<>();
        named.forEach((id, value) -> {
            if (!(value instanceof JsonObject key)
                    || !key.getString("algorithm", "").equals(ALGORITHM)) {
                throw new IllegalArgumentException("key " + id + " must be an object of algorithm EdDSA and key");
            }
            keys.add(Pem.publicKey(key.getString("key", "")));
        });
        return keys;
    }
}
