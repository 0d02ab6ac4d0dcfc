package io.writ.governance.policy.rego.value;

/** True or false. There are two. */
public final class RegoBoolean extends RegoValue {

    public static final RegoBoolean TRUE = new RegoBoolean(true);
    public static final RegoBoolean FALSE = new RegoBoolean(false);

    private final boolean value;

    private RegoBoolean(boolean value) {
        this.value = value;
    }

    public static RegoBoolean of(boolean value) {
        return value ? TRUE : FALSE;
    }

    public boolean value() {
        return value;
    }

    @Override
    public String typeName() {
        return "boolean";
    }

    @Override
    public int rank() {
        return 1;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoBoolean that
                ? Boolean.compare(value, that.value)
                : Integer.compare(rank(), other.rank());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegoBoolean that && value == that.value;
    }

    @Override
    public int hashCode() {
        return Boolean.hashCode(value);
    }

    @Override
    public String toString() {
        return Boolean.toString(value);
    }
}
