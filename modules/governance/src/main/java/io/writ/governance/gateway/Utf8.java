package io.writ.governance.gateway;

/** Counts bytes without making them. */
final class Utf8 {

    private Utf8() {}

    static long length(String text) {
        long bytes = text.length();
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character >= 0x80) {
                // A surrogate is half of four bytes, so each of the two counts two.
                bytes += character < 0x800 || Character.isSurrogate(character) ? 1 : 2;
            }
        }
        return bytes;
    }
}
