package io.writ.governance.policy.rego.builtin;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Addresses from the first to the last, as numbers of 128 bits; version 4 lies where version 6 has it. */
record AddressRange(BigInteger first, BigInteger last) {

    static final Comparator<AddressRange> BY_LAST =
            Comparator.comparing(AddressRange::last).thenComparing(AddressRange::first);

    private static final int ADDRESS_BITS = 128;
    private static final BigInteger VERSION_4_FIRST =
            BigInteger.valueOf(0xffffL).shiftLeft(32);
    private static final BigInteger VERSION_4_LAST =
            BigInteger.ONE.shiftLeft(48).subtract(BigInteger.ONE);

    /** OPA takes the first address of each version for its own predecessor. */
    boolean follows(AddressRange earlier) {
        boolean isFirstOfAll = first.signum() == 0 || first.equals(VERSION_4_FIRST);
        return (isFirstOfAll ? first : first.subtract(BigInteger.ONE)).compareTo(earlier.last) <= 0;
    }

    AddressRange with(AddressRange other) {
        return new AddressRange(first.min(other.first), last.max(other.last));
    }

    /** The fewest blocks that hold these addresses and no other. */
    List<String> blocks() {
        boolean isVersion4 = isVersion4(first);
        if (isVersion4 != isVersion4(last) || (!isVersion4 && !isForOpa())) {
            throw new BuiltinException("the blocks to merge lie beside or across those of IPv4 within IPv6,"
                    + " where OPA has no answer; merge blocks of IPv4 and IPv6 by themselves");
        }
        List<String> blocks = new ArrayList<>();
        BigInteger from = first;
        while (from.compareTo(last) <= 0) {
            int free = Math.min(from.signum() == 0 ? ADDRESS_BITS : from.getLowestSetBit(), room(from));
            blocks.add(text(from, isVersion4, free));
            from = from.add(BigInteger.ONE.shiftLeft(free));
        }
        return blocks;
    }

    private static boolean isVersion4(BigInteger address) {
        return address.compareTo(VERSION_4_FIRST) >= 0 && address.compareTo(VERSION_4_LAST) <= 0;
    }

    /** OPA loses leading zeros, and its splitting does not work at the addresses beside those of version 4. */
    private boolean isForOpa() {
        int free = first.xor(last).bitLength();
        BigInteger spanning = first.shiftRight(free).shiftLeft(free);
        return (spanning.signum() == 0 || spanning.bitLength() > ADDRESS_BITS - Byte.SIZE)
                && !isVersion4(first.subtract(BigInteger.ONE))
                && !isVersion4(last.add(BigInteger.ONE));
    }

    /** The bits of the largest block that fits from there to the last address. */
    private int room(BigInteger from) {
        return last.subtract(from).add(BigInteger.ONE).bitLength() - 1;
    }

    private static String text(BigInteger from, boolean isVersion4, int free) {
        int length = isVersion4 ? 4 : 16;
        byte[] number = from.toByteArray();
        byte[] address = new byte[length];
        int copied = Math.min(number.length, length);
        System.arraycopy(number, number.length - copied, address, length - copied, copied);
        return AddressText.of(address) + "/" + (length * Byte.SIZE - free);
    }
}
