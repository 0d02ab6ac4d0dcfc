package io.writ.governance.source.filesystem;

import io.writ.evidence.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The text of one document version, with its lines ready for searching. */
final class TextDocument {

    private final byte[] utf8;
    private final String versionId;
    private final List<Line> lines;

    /**
     * One line without its line break.
     *
     * @param folded the text in lower case, ASCII only, so that no position moves
     */
    record Line(int number, int startByte, int endByte, String folded) {}

    private TextDocument(byte[] utf8) {
        this.utf8 = utf8;
        this.versionId = Digest.of(utf8).hex();
        this.lines = lines(utf8);
    }

    /** The document, if the bytes are UTF-8. */
    static Optional<TextDocument> of(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return Optional.of(new TextDocument(bytes.clone()));
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }

    String versionId() {
        return versionId;
    }

    int length() {
        return utf8.length;
    }

    List<Line> lines() {
        return lines;
    }

    byte[] bytes() {
        return utf8.clone();
    }

    String text(int startByte, int endByte) {
        return new String(utf8, startByte, endByte - startByte, StandardCharsets.UTF_8);
    }

    /** Tells whether no character is cut in two here. */
    boolean isBoundary(int position) {
        return position == utf8.length || (utf8[position] & 0xC0) != 0x80;
    }

    /** The number of the line this position stands in, from 1. */
    int lineAt(int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            line += utf8[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /** Lower case for ASCII letters only: everything else keeps its form and its length. */
    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return folded.toString();
    }

    private static List<Line> lines(byte[] utf8) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= utf8.length; i++) {
            if (i == utf8.length ? start < i : utf8[i] == '\n') {
                int end = i > start && utf8[i - 1] == '\r' ? i - 1 : i;
                String text = new String(utf8, start, end - start, StandardCharsets.UTF_8);
                lines.add(new Line(lines.size() + 1, start, end, fold(text)));
                start = i + 1;
            }
        }
        return List.copyOf(lines);
    }
}
