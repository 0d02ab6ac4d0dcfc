package io.writ.evidence.canonical;

import java.text.Normalizer;

/** PECR's canonical text: every line ending becomes LF, then Unicode NFC. */
public final class CanonicalText {

    private CanonicalText() {}

    public static String of(String text) {
        String unixLines = text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(unixLines, Normalizer.Form.NFC);
    }
}
