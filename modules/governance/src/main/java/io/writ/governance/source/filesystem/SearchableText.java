package io.writ.governance.source.filesystem;

import io.writ.governance.masking.TextMasks;
import io.writ.governance.source.filesystem.TextDocument.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * A document as its reader would see it. A search that compared the words of a caller with what masks hide would tell
 * it by hit and no hit, one character at a time.
 */
sealed interface SearchableText {

    /** A line, without its line break. */
    String line(Line line);

    /** All lines together. */
    String whole();

    /** The document under these masks. Whoever searches looks at hidden characters no more than a reader does. */
    static SearchableText of(TextDocument document, TextMasks masks) {
        if (masks.masks().isEmpty()) {
            return new Plain(document);
        }
        String text = document.text(0, document.length());
        return masks.touch(text) ? Masked.of(document, text, masks) : new Plain(document);
    }

    /** The line in lower case. */
    default String folded(Line line) {
        return TextDocument.fold(line(line));
    }

    /** Nothing is hidden. */
    record Plain(TextDocument document) implements SearchableText {

        @Override
        public String line(Line line) {
            return document.text(line.startByte(), line.endByte());
        }

        @Override
        public String folded(Line line) {
            return line.folded();
        }

        @Override
        public String whole() {
            return document.text(0, document.length());
        }
    }

    /** Something is hidden somewhere. */
    record Masked(List<String> lines, String whole) implements SearchableText {

        public Masked {
            lines = List.copyOf(lines);
        }

        /** Blotted in one pass, because a match may begin in one line and end in another; then masked line by line. */
        static Masked of(TextDocument document, String text, TextMasks masks) {
            String blotted = masks.blot(text);
            List<String> lines = new ArrayList<>();
            int at = 0;
            int endByte = 0;
            for (Line line : document.lines()) {
                int start = at + line.startByte() - endByte; // line breaks are as many characters as bytes
                at = start + document.text(line.startByte(), line.endByte()).length();
                endByte = line.endByte();
                lines.add(masks.apply(blotted.substring(start, at)));
            }
            return new Masked(lines, masks.apply(blotted));
        }

        @Override
        public String line(Line line) {
            return lines.get(line.number() - 1);
        }
    }
}
