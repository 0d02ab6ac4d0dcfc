package io.writ.governance.policy.rego.value;

import java.util.Arrays;

/** A set that grows; kept sorted, and appending in order costs no search. */
public final class SetBuilder extends Growing {

    private RegoValue[] elements;
    private int size;

    public SetBuilder() {
        this.elements = new RegoValue[4];
    }

    public SetBuilder(RegoSet start) {
        this.elements = Arrays.copyOf(start.elements(), Math.max(4, start.size() + 1));
        this.size = start.size();
    }

    public SetBuilder add(RegoValue value) {
        int place = SortedKeys.place(elements, size, value);
        if (place < 0) {
            elements = SortedKeys.inserted(elements, size, ~place, value);
            size++;
        }
        return this;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RegoSet frozen() {
        return size == 0 ? RegoSet.EMPTY : new RegoSet(Arrays.copyOf(elements, size));
    }
}
