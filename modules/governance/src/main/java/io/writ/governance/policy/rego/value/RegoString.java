package io.writ.governance.policy.rego.value;

/** A string, ordered by code point. */
public final class RegoString extends RegoValue {

    public static final RegoString EMPTY = new RegoString("");

    private final String value;
    private final int hash;

    private RegoString(String value) {
        this.value = value;
        this.hash = value.hashCode();
    }

    public static RegoString of(String value) {
        return value.isEmpty() ? EMPTY : new RegoString(value);
    }

    public String value() {
        return value;
    }

    @Override
    public String typeName() {
        return "string";
    }

    @Override
    public int rank() {
        return 3;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoString that ? compare(value, that.value) : Integer.compare(rank(), other.rank());
    }

    /** UTF-16 order differs from code point order where one side has a surrogate and the other a unit above them. */
    private static int compare(String left, String right) {
        int byUnit = left.compareTo(right);
        if (byUnit == 0) {
            return 0;
        }
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                boolean surrogate = Character.isSurrogate(a);
                return surrogate == Character.isSurrogate(b) ? byUnit : (surrogate ? 1 : -1);
            }
        }
        return byUnit;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegoString that && hasSameText(that);
    }

    boolean hasSameText(RegoString that) {
        return hash == that.hash && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return TermText.of(this);
    }
}
