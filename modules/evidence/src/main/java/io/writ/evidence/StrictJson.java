package io.writ.evidence;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Parses JSON that comes from outside, and refuses everything two readers could understand differently.
 *
 * <p>Refused are duplicate member names, anything after the value, invalid UTF-8, unpaired surrogates, NUL characters, nesting deeper
 * than {@value #DEPTH_MAX}, and numbers that a double cannot hold. What is accepted has a canonical form.
 */
public final class StrictJson {

    /** No request or catalogue of ours nests deeper than a dozen; past this it is an attack on the stack. */
    public static final int DEPTH_MAX = 64;

    private StrictJson() {}

    /** Parses UTF-8 bytes. */
    public static JsonValue parse(byte[] utf8) {
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException invalid) {
            throw new WireFormatException("the JSON is not valid UTF-8", invalid);
        }
    }

    public static JsonValue parse(String text) {
        try (JsonParser parser = SharedJson.PROVIDER.createParser(new StringReader(text))) {
            return new StrictReading(parser).document();
        } catch (JsonException malformed) {
            throw new WireFormatException("the JSON is malformed", malformed);
        }
    }

    /** Parses UTF-8 bytes that must hold an object. */
    public static JsonObject parseObject(byte[] utf8) {
        return object(parse(utf8));
    }

    public static JsonObject parseObject(String text) {
        return object(parse(text));
    }

    private static JsonObject object(JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new WireFormatException("the JSON must be an object");
    }
}
