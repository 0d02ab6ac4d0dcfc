package io.writ.ledger.proof;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a DSSE signature covers (Dead Simple Signing Envelope, version 1): the type and the bytes, never parsed first. */
public final class Dsse {

    private Dsse() {}

    public static byte[] preAuthentication(String payloadType, byte[] payload) {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream covered = new ByteArrayOutputStream();
        covered.writeBytes(ascii("DSSEv1 " + type.length + " "));
        covered.writeBytes(type);
        covered.writeBytes(ascii(" " + payload.length + " "));
        covered.writeBytes(payload);
        return covered.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
