package io.writ.governance.policy.rego.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;

/** A set: distinct elements in Rego order. */
public final class RegoSet extends RegoValue implements Iterable<RegoValue> {

    public static final RegoSet EMPTY = new RegoSet(new RegoValue[0]);

    private final RegoValue[] elements;
    private int hash;

    /** Keeps the array it is given, which is sorted and distinct. */
    RegoSet(RegoValue[] elements) {
        this.elements = elements;
    }

    public static RegoSet of(Collection<? extends RegoValue> elements) {
        SetBuilder grown = new SetBuilder();
        elements.forEach(grown::add);
        return grown.frozen();
    }

    public int size() {
        return elements.length;
    }

    public RegoValue element(int index) {
        return elements[index];
    }

    public boolean contains(RegoValue value) {
        return Arrays.binarySearch(elements, value) >= 0;
    }

    RegoValue[] elements() {
        return elements;
    }

    /** The elements as an array, in order. */
    public RegoArray sorted() {
        return new RegoArray(elements);
    }

    @Override
    public Iterator<RegoValue> iterator() {
        return new Elements(elements);
    }

    @Override
    public String typeName() {
        return "set";
    }

    @Override
    public int rank() {
        return 6;
    }

    @Override
    public int compareTo(RegoValue other) {
        return other instanceof RegoSet that
                ? Arrays.compare(elements, that.elements)
                : Integer.compare(rank(), other.rank());
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof RegoSet that
                        && elements.length == that.elements.length
                        && hashCode() == that.hashCode()
                        && Arrays.equals(elements, that.elements));
    }

    /** Computed once; two threads that race compute the same number. */
    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 + Arrays.hashCode(elements);
        }
        return hash;
    }

    @Override
    public String toString() {
        return TermText.of(this);
    }
}
