package io.writ.governance.policy.rego.value;

import java.util.ArrayList;
import java.util.List;

/** An array that grows at its end. */
public final class ArrayBuilder extends Growing {

    private final List<RegoValue> elements;

    public ArrayBuilder() {
        this.elements = new ArrayList<>();
    }

    public ArrayBuilder(RegoArray start) {
        this.elements = new ArrayList<>(start.slice(0, start.size()));
    }

    public ArrayBuilder add(RegoValue value) {
        elements.add(value);
        return this;
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public RegoArray frozen() {
        return RegoArray.of(elements);
    }
}
