package io.writ.evidence;

/** How much a JSON text would take once it is parsed, told without parsing it: each value is an object on the heap. */
public final class JsonExtent {

    private JsonExtent() {}

    /** How many values the text holds at most; exactly so many where it is well-formed and has no empty structure. */
    public static long values(byte[] utf8) {
        long values = 1;
        boolean quoted = false;
        for (int i = 0; i < utf8.length; i++) {
            byte sign = utf8[i];
            if (quoted) {
                if (sign == '\\') {
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                }
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == ',' || sign == '[' || sign == '{') {
                values++;
            }
        }
        return values;
    }
}
