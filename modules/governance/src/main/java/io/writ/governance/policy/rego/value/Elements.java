package io.writ.governance.policy.rego.value;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Walks an array of values without copying it. */
final class Elements implements Iterator<RegoValue> {

    private final RegoValue[] elements;
    private int next;

    Elements(RegoValue[] elements) {
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        return next < elements.length;
    }

    @Override
    public RegoValue next() {
        if (next >= elements.length) {
            throw new NoSuchElementException("past the last of " + elements.length + " elements");
        }
        return elements[next++];
    }
}
