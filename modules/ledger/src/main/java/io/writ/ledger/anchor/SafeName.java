package io.writ.ledger.anchor;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The origin of a log as the name of a file, on every file system; two origins never share one. */
final class SafeName {

    /** File systems end at 255; what follows is written behind it. */
    private static final int LENGTH_MAX = 180;

    private SafeName() {}

    /** Lower-case letters, digits, dots and hyphens stay; every other byte becomes an underscore and two hex digits. */
    static String of(String origin) {
        StringBuilder name = new StringBuilder();
        for (byte each : origin.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain(each, name.isEmpty())) {
                name.append((char) each);
            } else {
                name.append('_').append(HexFormat.of().toHexDigits(each));
            }
        }
        return name.length() <= LENGTH_MAX
                ? name.toString()
                : name.substring(0, LENGTH_MAX - 65) + "_" + OriginHash.of(origin);
    }

    private static boolean isPlain(byte each, boolean first) {
        boolean letter = each >= 'a' && each <= 'z';
        boolean digit = each >= '0' && each <= '9';
        return letter || digit || each == '-' || (each == '.' && !first);
    }
}
