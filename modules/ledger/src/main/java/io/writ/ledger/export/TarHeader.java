package io.writ.ledger.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The block before a file in a tar archive. No time and no owner: what was exported is all that counts.
 *
 * @param size of the file in bytes
 */
record TarHeader(String name, long size) {

    /** Headers and files begin at multiples of this. */
    static final int BLOCK = 512;

    private static final int NAME_MAX = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_DIGITS = 11;
    private static final int SUM_AT = 148;
    private static final int SUM_LENGTH = 8;
    private static final int SUM_DIGITS = 6;
    private static final int TYPE_AT = 156;
    private static final int USTAR_AT = 257;

    /** Eleven octal digits; files are cut far below. */
    private static final long SIZE_MAX = 1L << 33;

    /** The block for a file. */
    static byte[] of(String name, long size) {
        if (name.length() > NAME_MAX || size >= SIZE_MAX) {
            throw new IllegalArgumentException("a tar file cannot hold " + name + " with " + size + " bytes");
        }
        byte[] block = new byte[BLOCK];
        put(block, 0, name);
        put(block, NAME_MAX, "0000644\0000000000\0000000000\000");
        put(block, SIZE_AT, String.format(Locale.ROOT, "%011o\00000000000000\000", size));
        put(block, SUM_AT, " ".repeat(SUM_LENGTH) + "0");
        put(block, USTAR_AT, "ustar\00000");
        put(block, SUM_AT, String.format(Locale.ROOT, "%06o\000 ", sum(block)));
        return block;
    }

    /** Reads a block. Throws when it is none of ours. */
    static TarHeader parse(byte[] block) throws ExportException {
        byte[] blank = block.clone();
        Arrays.fill(blank, SUM_AT, SUM_AT + SUM_LENGTH, (byte) ' ');
        if (octal(block, SUM_AT, SUM_DIGITS) != sum(blank) || block[TYPE_AT] != '0') {
            throw new ExportException("the tar file is damaged, or holds something else than plain files");
        }
        int end = 0;
        while (end < NAME_MAX && block[end] != 0) {
            end++;
        }
        return new TarHeader(new String(block, 0, end, StandardCharsets.US_ASCII), octal(block, SIZE_AT, SIZE_DIGITS));
    }

    /** Bytes between the end of a file and the next block. */
    static int padding(long size) {
        return (int) ((BLOCK - size % BLOCK) % BLOCK);
    }

    private static void put(byte[] block, int at, String text) {
        ByteBuffer.wrap(block).position(at).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static long sum(byte[] block) {
        long sum = 0;
        for (byte value : block) {
            sum += value & 0xff;
        }
        return sum;
    }

    private static long octal(byte[] block, int at, int digits) throws ExportException {
        long value = 0;
        for (int index = at; index < at + digits; index++) {
            if (block[index] < '0' || block[index] > '7') {
                throw new ExportException("the tar file is damaged: a size is no number");
            }
            value = value * 8 + (block[index] - '0');
        }
        return value;
    }
}
