package io.writ.governance.policy.bundle.source;

import java.nio.charset.StandardCharsets;

/** The header of one entry of a tar archive, as POSIX's ustar and GNU tar write it for plain files. */
record TarHeader(String name, long size, boolean isFile) {

    static final int BLOCK_BYTES = 512;

    private static final int NAME_AT = 0;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int MAGIC_BYTES = 6;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_BYTES = 155;

    /** A block of zeros ends the archive. */
    static boolean isEnd(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    static TarHeader of(byte[] block) {
        if (octal(block, CHECKSUM_AT, CHECKSUM_BYTES) != checksum(block)) {
            throw malformed("a header of the bundle archive has the wrong checksum");
        }
        boolean file = isFile((char) block[TYPE_AT]);
        long size = octal(block, SIZE_AT, SIZE_BYTES);
        if (!file && size != 0) {
            throw malformed("a folder of the bundle archive has content");
        }
        return new TarHeader(relative(path(block)), size, file);
    }

    private static boolean isFile(char type) {
        if (type == '0' || type == '\0') {
            return true;
        }
        if (type == '5') {
            return false;
        }
        throw malformed("the bundle archive holds something else than plain files and folders, of tar type "
                + (type > ' ' && type < 127 ? String.valueOf(type) : Integer.toString(type))
                + "; build it with opa/build.sh bundle");
    }

    private static String path(byte[] block) {
        String name = text(block, NAME_AT, NAME_BYTES);
        boolean posix = text(block, MAGIC_AT, MAGIC_BYTES).equals("ustar");
        String prefix = posix ? text(block, PREFIX_AT, PREFIX_BYTES) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    /** OPA writes {@code /plan.json}, and who packs a folder by hand writes {@code ./plan.json}. */
    private static String relative(String path) {
        String name = path.startsWith("./") ? path.substring(2) : path;
        return name.startsWith("/") ? name.substring(1) : name;
    }

    private static String text(byte[] block, int at, int bytes) {
        int end = at;
        while (end < at + bytes && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] block, int at, int bytes) {
        String digits = text(block, at, bytes).strip();
        try {
            // Not negative, and not GNU's binary form for sizes that no bundle has.
            if (!digits.startsWith("-") && !digits.startsWith("+")) {
                return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
            }
        } catch (NumberFormatException notOctal) {
            throw new BundleRefused(BundleFlaw.MALFORMED, "a header of the bundle archive is malformed", notOctal);
        }
        throw malformed("a header of the bundle archive is malformed");
    }

    /** The sum of all bytes, the checksum itself read as spaces. */
    private static long checksum(byte[] block) {
        long sum = 0;
        for (int i = 0; i < BLOCK_BYTES; i++) {
            boolean own = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES;
            sum += own ? ' ' : Byte.toUnsignedInt(block[i]);
        }
        return sum;
    }

    private static BundleRefused malformed(String message) {
        return new BundleRefused(BundleFlaw.MALFORMED, message);
    }
}
