package io.writ.governance.policy.rego.value;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** An array. */
public final class RegoArray extends RegoValue implements Iterable<RegoValue> {

    public static final RegoArray EMPTY = new RegoArray(new RegoValue[0]);

    private final RegoValue[] elements;
    private int hash;

    /** Keeps the array it is given: callers in this package hand it over. */
    RegoArray(RegoValue[] elements) {
        this.elements = elements;
    }

    public static RegoArray of(List<? extends RegoValue> elements) {
        return elements.isEmpty() ? EMPTY : new RegoArray(elements.toArray(RegoValue[]::new));
    }

    public int size() {
        return elements.length;
    }

    public RegoValue element(int index) {
        return elements[index];
    }

    public List<RegoValue> slice(int from, int to) {
        return List.of(Arrays.copyOfRange(elements, from, to));
    }

    @Override
    public Iterator<RegoValue> iterator() {
        return new Elements(elements);
    }

    @Override
    public String typeName() {
        return "array";
    }

    @Override
    public int rank() {
        return 4;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoArray that
                ? Arrays.compare(elements, that.elements)
                : Integer.compare(rank(), other.rank());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof RegoArray that
                        && elements.length == that.elements.length
                        && hashCode() == that.hashCode()
                        && Arrays.equals(elements, that.elements));
    }

    /** Computed once; two threads that race compute the same number. */
    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(elements);
        }
        return hash;
    }

    @Override
    public String toString() {
        return TermText.of(this);
    }
}
