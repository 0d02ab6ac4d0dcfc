package io.writ.governance.policy.rego.builtin;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses, or one address as a block of its own. Four bytes, or sixteen; an address of version 4 written
 * as one of version 6 counts as version 4.
 */
final class Network {

    private static final Pattern VERSION_4 = Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})(?:\\.(?!$)|$)){4}");
    private static final Pattern VERSION_6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
    private static final Pattern PREFIX = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final byte[] MAPPED = HexFormat.of().parseHex("00000000000000000000ffff");

    private final byte[] first;
    private final int prefix;

    private Network(byte[] address, int prefix) {
        this.prefix = prefix;
        this.first = masked(address, prefix);
    }

    static Optional<Network> address(String text) {
        return bytes(text).map(Network::unmapped).map(bytes -> new Network(bytes, bytes.length * Byte.SIZE));
    }

    static Optional<Network> block(String text) {
        int slash = text.indexOf('/');
        if (slash < 0 || !PREFIX.matcher(text.substring(slash + 1)).matches()) {
            return Optional.empty();
        }
        int prefix = Integer.parseInt(text.substring(slash + 1));
        return bytes(text.substring(0, slash))
                .filter(bytes -> prefix <= bytes.length * Byte.SIZE)
                .map(bytes -> normalised(bytes, prefix));
    }

    private static Network normalised(byte[] address, int prefix) {
        byte[] masked = masked(address, prefix);
        byte[] short4 = unmapped(masked);
        return short4.length < masked.length
                ? new Network(short4, prefix - MAPPED.length * Byte.SIZE)
                : new Network(masked, prefix);
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            if (VERSION_4.matcher(text).matches()) {
                return Optional.of(InetAddress.ofLiteral(text).getAddress());
            }
            if (VERSION_6.matcher(text).matches()) {
                byte[] bytes = InetAddress.ofLiteral(text).getAddress();
                return Optional.of(bytes.length == 4 ? mapped(bytes) : bytes);
            }
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] mapped(byte[] address) {
        byte[] longer = Arrays.copyOf(MAPPED, 16);
        System.arraycopy(address, 0, longer, MAPPED.length, address.length);
        return longer;
    }

    private static byte[] unmapped(byte[] address) {
        boolean mapped = address.length == 16 && Arrays.equals(Arrays.copyOf(address, MAPPED.length), MAPPED);
        return mapped ? Arrays.copyOfRange(address, MAPPED.length, 16) : address;
    }

    private static byte[] masked(byte[] address, int prefix) {
        byte[] masked = address.clone();
        for (int i = 0; i < masked.length; i++) {
            int bits = Math.clamp(prefix - (long) i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] &= (byte) (0xff00 >> bits);
        }
        return masked;
    }

    boolean contains(Network other) {
        return first.length == other.first.length
                && prefix <= other.prefix
                && Arrays.equals(first, masked(other.first, prefix));
    }

    boolean intersects(Network other) {
        return contains(other) || other.contains(this);
    }

    boolean isVersion4() {
        return first.length == 4;
    }

    /** The addresses as numbers of 128 bits, those of version 4 where version 6 has them. */
    AddressRange range() {
        BigInteger lowest = new BigInteger(1, isVersion4() ? mapped(first) : first);
        int free = first.length * Byte.SIZE - prefix;
        return new AddressRange(
                lowest, lowest.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE));
    }

    /** An address of version 4 with the prefix of its class, from before there were prefixes. */
    String classful() {
        int top = first[0] & 0xff;
        return AddressText.of(first) + "/" + (top < 0x80 ? 8 : top < 0xc0 ? 16 : 24);
    }

    /** The first address and the length of the prefix. */
    String text() {
        return AddressText.of(first) + "/" + prefix;
    }

    /** How many addresses; capped where nobody can want them all. */
    long size() {
        int free = first.length * Byte.SIZE - prefix;
        return free >= Long.SIZE - 1 ? Long.MAX_VALUE : 1L << free;
    }

    /** The text of the address so far from the first. */
    String addressAt(long offset) {
        byte[] sum = new BigInteger(1, first).add(BigInteger.valueOf(offset)).toByteArray();
        byte[] address = new byte[first.length];
        int length = Math.min(sum.length, address.length);
        System.arraycopy(sum, sum.length - length, address, address.length - length, length);
        return AddressText.of(address);
    }
}
