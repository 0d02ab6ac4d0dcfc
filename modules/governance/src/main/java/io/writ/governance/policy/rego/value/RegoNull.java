package io.writ.governance.policy.rego.value;

/** The null value. There is one. */
public final class RegoNull extends RegoValue {

    public static final RegoNull NULL = new RegoNull();

    private RegoNull() {}

    @Override
    public String typeName() {
        return "null";
    }

    @Override
    public int rank() {
        return 0;
    }

    @Override
    public int compareTo(RegoValue other) {
        return Integer.compare(rank(), other.rank());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegoNull;
    }

    @Override
    public int hashCode() {
        return 17;
    }

    @Override
    public String toString() {
        return "null";
    }
}
