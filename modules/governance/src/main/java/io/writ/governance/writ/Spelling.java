package io.writ.governance.writ;

import io.writ.evidence.StrictJson;
import io.writ.evidence.canonical.Rfc8785;
import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.Base64;

/** Reads what has one spelling only, and refuses every other one. */
final class Spelling {

    private Spelling() {}

    /** An object that must be the canonical form of itself. */
    static JsonObject object(byte[] utf8, Fault malformed, Fault otherwise, String place) {
        JsonObject object;
        byte[] canonical;
        try {
            object = StrictJson.parseObject(utf8);
            canonical = Rfc8785.bytes(object);
        } catch (IllegalArgumentException notJson) {
            throw new Broken(malformed, place);
        }
        Broken.unless(Arrays.equals(canonical, utf8), otherwise, place);
        return object;
    }

    static byte[] base64(String text, Fault fault, String place) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw new Broken(fault, place);
        }
        Broken.unless(Base64.getEncoder().encodeToString(bytes).equals(text), fault, place);
        return bytes;
    }
}
