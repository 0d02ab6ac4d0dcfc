package io.writ.governance.writ;

import io.writ.evidence.SharedJson;
import io.writ.evidence.canonical.Rfc8785;
import io.writ.ledger.proof.SealKey;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** The outermost layer of a writ: a DSSE envelope with one signature, in canonical JSON and nothing around it. */
final class Envelope {

    static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";

    private static final String PLACE = "envelope";

    private final byte[] payload;
    private final String keyId;
    private final byte[] signature;

    private Envelope(byte[] payload, String keyId, byte[] signature) {
        this.payload = payload;
        this.keyId = keyId;
        this.signature = signature;
    }

    static String write(byte[] payload, String keyId, byte[] signature) {
        Base64.Encoder base64 = Base64.getEncoder();
        JsonObject envelope = SharedJson.PROVIDER
                .createObjectBuilder()
                .add("payload", base64.encodeToString(payload))
                .add("payloadType", PAYLOAD_TYPE)
                .add(
                        "signatures",
                        SharedJson.PROVIDER
                                .createArrayBuilder()
                                .add(SharedJson.PROVIDER
                                        .createObjectBuilder()
                                        .add("keyid", keyId)
                                        .add("sig", base64.encodeToString(signature))))
                .build();
        return new String(Rfc8785.bytes(envelope), StandardCharsets.UTF_8);
    }

    static Envelope read(byte[] file) {
        JsonObject envelope = Spelling.object(file, Fault.ENVELOPE_MALFORMED, Fault.ENVELOPE_CANONICAL, PLACE);
        members(envelope, Set.of("payload", "payloadType", "signatures"), PLACE);
        boolean signedOnce = envelope.get("signatures") instanceof JsonArray signatures
                && signatures.size() == 1
                && signatures.getFirst() instanceof JsonObject;
        Broken.unless(signedOnce, Fault.ENVELOPE_SHAPE, PLACE + ".signatures");
        JsonObject signature = envelope.getJsonArray("signatures").getJsonObject(0);
        members(signature, Set.of("keyid", "sig"), PLACE + ".signatures[0]");
        String type = text(envelope, "payloadType", PLACE);
        Broken.unless(type.equals(PAYLOAD_TYPE), Fault.ENVELOPE_PAYLOAD_TYPE, PLACE + ".payloadType");
        return new Envelope(
                Spelling.base64(text(envelope, "payload", PLACE), Fault.ENVELOPE_BASE64, PLACE + ".payload"),
                text(signature, "keyid", PLACE + ".signatures[0]"),
                Spelling.base64(
                        text(signature, "sig", PLACE + ".signatures[0]"),
                        Fault.ENVELOPE_BASE64,
                        PLACE + ".signatures[0].sig"));
    }

    byte[] payload() {
        return payload.clone();
    }

    String keyId() {
        return keyId;
    }

    boolean isSignedBy(SealKey key) {
        return key.signed(PAYLOAD_TYPE, payload, signature);
    }

    private static void members(JsonObject object, Set<String> names, String place) {
        Broken.unless(object.keySet().equals(names), Fault.ENVELOPE_SHAPE, place);
    }

    private static String text(JsonObject object, String name, String place) {
        Broken.unless(object.get(name) instanceof JsonString, Fault.ENVELOPE_SHAPE, place + "." + name);
        return object.getString(name);
    }
}
