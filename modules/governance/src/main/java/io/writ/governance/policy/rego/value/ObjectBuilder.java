package io.writ.governance.policy.rego.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** An object that grows; keys are kept sorted. */
public final class ObjectBuilder extends Growing {

    private RegoValue[] keys;
    private RegoValue[] values;
    private int size;

    public ObjectBuilder() {
        this.keys = new RegoValue[4];
        this.values = new RegoValue[4];
    }

    ObjectBuilder(RegoValue[] keys, RegoValue[] values) {
        this.keys = Arrays.copyOf(keys, keys.length + 4);
        this.values = Arrays.copyOf(values, values.length + 4);
        this.size = keys.length;
    }

    /** Puts a member, replacing what was under its key. */
    public ObjectBuilder put(RegoValue key, RegoValue value) {
        int place = SortedKeys.place(keys, size, key);
        if (place >= 0) {
            values[place] = value;
            return this;
        }
        keys = SortedKeys.inserted(keys, size, ~place, key);
        values = SortedKeys.inserted(values, size, ~place, value);
        size++;
        return this;
    }

    public ObjectBuilder put(String key, RegoValue value) {
        return put(RegoString.of(key), value);
    }

    /** The value of a key, or null when there is none yet. */
    public @Nullable RegoValue member(RegoValue key) {
        int place = SortedKeys.place(keys, size, key);
        return place < 0 ? null : values[place];
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public RegoObject frozen() {
        return size == 0 ? RegoObject.EMPTY : new RegoObject(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
    }
}
