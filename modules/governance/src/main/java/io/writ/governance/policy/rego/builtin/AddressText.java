package io.writ.governance.policy.rego.builtin;

import java.util.StringJoiner;

/** The canonical text of an address: the longest run of zero groups of version 6 is left out. */
final class AddressText {

    private AddressText() {}

    static String of(byte[] address) {
        if (address.length == 4) {
            StringJoiner text = new StringJoiner(".");
            for (byte part : address) {
                text.add(Integer.toString(part & 0xff));
            }
            return text.toString();
        }
        int[] groups = new int[8];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = (address[2 * i] & 0xff) << 8 | (address[2 * i + 1] & 0xff);
        }
        return version6(groups);
    }

    private static String version6(int[] groups) {
        int start = -1;
        int length = 1;
        for (int i = 0; i < groups.length; i++) {
            int run = zeros(groups, i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        return start < 0
                ? joined(groups, 0, groups.length)
                : joined(groups, 0, start) + "::" + joined(groups, start + length, groups.length);
    }

    private static int zeros(int[] groups, int from) {
        int end = from;
        while (end < groups.length && groups[end] == 0) {
            end++;
        }
        return end - from;
    }

    private static String joined(int[] groups, int from, int to) {
        StringJoiner text = new StringJoiner(":");
        for (int i = from; i < to; i++) {
            text.add(Integer.toHexString(groups[i]));
        }
        return text.toString();
    }
}
