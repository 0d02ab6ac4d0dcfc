package io.writ.governance.policy.rego.value;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object: keys of any kind, in Rego order. */
public final class RegoObject extends RegoValue {

    public static final RegoObject EMPTY = new RegoObject(new RegoValue[0], new RegoValue[0]);

    /** Up to this size a look at every key is faster than an index. */
    private static final int SCANNED_MAX = 8;

    private final RegoValue[] keys;
    private final RegoValue[] values;
    private final @Nullable KeyIndex index;
    private int hash;

    /** Keeps the arrays it is given; keys are sorted and distinct. */
    RegoObject(RegoValue[] keys, RegoValue[] values) {
        this.keys = keys;
        this.values = values;
        this.index = keys.length > SCANNED_MAX ? new KeyIndex(keys) : null;
    }

    public static RegoObject of(Map<? extends RegoValue, ? extends RegoValue> members) {
        ObjectBuilder grown = new ObjectBuilder();
        members.forEach(grown::put);
        return grown.frozen();
    }

    public int size() {
        return keys.length;
    }

    public RegoValue key(int position) {
        return keys[position];
    }

    public RegoValue value(int position) {
        return values[position];
    }

    /** The value of a key, or null when the object has none. */
    public @Nullable RegoValue member(RegoValue key) {
        if (index != null) {
            int position = index.position(key);
            return position < 0 ? null : values[position];
        }
        return key instanceof RegoString name ? named(name) : scanned(key);
    }

    private @Nullable RegoValue named(RegoString name) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] instanceof RegoString candidate && candidate.hasSameText(name)) {
                return values[i];
            }
        }
        return null;
    }

    private @Nullable RegoValue scanned(RegoValue key) {
        for (int i = 0; i < keys.length; i++) {
            if (keys[i].equals(key)) {
                return values[i];
            }
        }
        return null;
    }

    public @Nullable RegoValue member(String key) {
        return member(RegoString.of(key));
    }

    public boolean contains(RegoValue key) {
        return member(key) != null;
    }

    /** The keys, in order. */
    public RegoArray keys() {
        return new RegoArray(keys);
    }

    /** The values, in the order of their keys. */
    public RegoArray values() {
        return new RegoArray(values);
    }

    /** A builder that starts with the members of this object. */
    public ObjectBuilder builder() {
        return new ObjectBuilder(keys, values);
    }

    @Override
    public String typeName() {
        return "object";
    }

    @Override
    public int rank() {
        return 5;
    }

    /** Pairwise: the first different key decides, then the first different value, then the size. */
    @Override
    public int compareTo(RegoValue other) {
        if (!(other instanceof RegoObject that)) {
            return Integer.compare(rank(), other.rank());
        }
        int shorter = Math.min(keys.length, that.keys.length);
        for (int i = 0; i < shorter; i++) {
            int byKey = keys[i].compareTo(that.keys[i]);
            if (byKey != 0) {
                return byKey;
            }
            int byValue = values[i].compareTo(that.values[i]);
            if (byValue != 0) {
                return byValue;
            }
        }
        return Integer.compare(keys.length, that.keys.length);
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof RegoObject that
                        && keys.length == that.keys.length
                        && hashCode() == that.hashCode()
                        && Arrays.equals(keys, that.keys)
                        && Arrays.equals(values, that.values));
    }

    /** Computed once; two threads that race compute the same number. */
    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = 31 * Arrays.hashCode(keys) + Arrays.hashCode(values);
        }
        return hash;
    }

    @Override
    public String toString() {
        return TermText.of(this);
    }
}
