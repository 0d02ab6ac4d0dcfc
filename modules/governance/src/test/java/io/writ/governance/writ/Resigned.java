package io.writ.governance.writ;

import io.writ.evidence.SharedJson;
import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.proof.LogSeal;
import jakarta.json.JsonObject;
import jakarta.json.JsonPatchBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.UnaryOperator;

/** A writ that was changed by somebody who has the key of the log: only what is bound to the records can tell. */
final class Resigned {

    private Resigned() {}

    static byte[] of(String envelope, LogSeal seal, UnaryOperator<JsonPatchBuilder> change) {
        JsonObject payload =
                change.apply(SharedJson.PROVIDER.createPatchBuilder()).build().apply(payload(envelope));
        byte[] bytes = Rfc8785.bytes(payload);
        return Envelope.write(bytes, seal.key().label(), seal.sign(Envelope.PAYLOAD_TYPE, bytes))
                .getBytes(StandardCharsets.UTF_8);
    }

    static JsonObject payload(String envelope) {
        return StrictJson.parseObject(
                Base64.getDecoder().decode(StrictJson.parseObject(envelope).getString("payload")));
    }
}
