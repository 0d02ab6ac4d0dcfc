package io.writ.governance.policy.rego.builtin;

import static java.util.Map.entry;

import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoString;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/** Base64 and hexadecimal. Bytes that are no text cannot be a string here, so decoding them is refused. */
final class Encodings {

    private static final Pattern PADDED = Pattern.compile("(?:.{4})*(?:[^=]{2}==|[^=]{3}=|[^=]{4})?", Pattern.DOTALL);

    private Encodings() {}

    static Map<String, Builtin> family() {
        return Map.ofEntries(
                entry("base64.encode", call -> encoded(call, Base64.getEncoder())),
                entry("base64.decode", call -> text(decoded(call.string(0), Base64.getDecoder()))),
                entry("base64.is_valid", Encodings::isBase64),
                entry("base64url.encode", call -> encoded(call, Base64.getUrlEncoder())),
                entry(
                        "base64url.encode_no_pad",
                        call -> encoded(call, Base64.getUrlEncoder().withoutPadding())),
                entry("base64url.decode", Encodings::decodedUrl),
                entry("hex.encode", call -> RegoString.of(HexFormat.of().formatHex(bytes(call)))),
                entry("hex.decode", Encodings::decodedHex));
    }

    private static byte[] bytes(BuiltinCall call) {
        return call.string(0).getBytes(StandardCharsets.UTF_8);
    }

    private static RegoString encoded(BuiltinCall call, Base64.Encoder encoder) {
        return RegoString.of(new String(encoder.encode(bytes(call)), StandardCharsets.US_ASCII));
    }

    /** Line ends do not count, anything else outside the alphabet does, and so does missing padding. */
    private static byte[] decoded(String encoded, Base64.Decoder decoder) {
        String joined = encoded.replace("\r", "").replace("\n", "");
        if (!PADDED.matcher(joined).matches()) {
            throw new BuiltinException("illegal base64 data");
        }
        try {
            return decoder.decode(joined);
        } catch (IllegalArgumentException illegal) {
            throw new BuiltinException("illegal base64 data");
        }
    }

    private static RegoBoolean isBase64(BuiltinCall call) {
        if (!(call.any(0) instanceof RegoString text)) {
            return RegoBoolean.FALSE;
        }
        try {
            byte[] unusedBytes = decoded(text.value(), Base64.getDecoder());
            return RegoBoolean.TRUE;
        } catch (BuiltinException illegal) {
            return RegoBoolean.FALSE;
        }
    }

    private static RegoString decodedUrl(BuiltinCall call) {
        String encoded = call.string(0);
        String padding = encoded.endsWith("=") ? "" : "=".repeat((4 - encoded.length() % 4) % 4);
        if (padding.length() == 3) {
            throw new BuiltinException("illegal base64url string: " + encoded);
        }
        return text(decoded(encoded + padding, Base64.getUrlDecoder()));
    }

    private static RegoString decodedHex(BuiltinCall call) {
        try {
            return text(HexFormat.of().parseHex(call.string(0)));
        } catch (IllegalArgumentException illegal) {
            throw new BuiltinException("encoding/hex: invalid byte or odd length");
        }
    }

    static RegoString text(byte[] bytes) {
        try {
            return RegoString.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException binary) {
            throw new BuiltinException("the decoded bytes are no UTF-8 text");
        }
    }
}
