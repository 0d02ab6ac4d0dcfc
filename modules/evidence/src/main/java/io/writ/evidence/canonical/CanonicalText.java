package io.writ.evidence.canonical;

import io.writ.evidence.Digest;
import java.text.Normalizer;

/** PECR's canonical text: every line ending becomes LF, then Unicode NFC. */
public final class CanonicalText {

    private CanonicalText() {}

    public static String of(String text) {
        String unixLines = text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(unixLines, Normalizer.Form.NFC);
    }

    /** SHA-256 over the canonical UTF-8 bytes. */
    public static Digest digest(String text) {
        return Digest.of(of(text));
    }
}
