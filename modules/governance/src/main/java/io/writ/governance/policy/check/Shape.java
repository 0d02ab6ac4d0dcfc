package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoString;
import io.writ.governance.policy.rego.value.RegoValue;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** All that a local can hold, as far as is known. Too much is harmless, too little would make a false finding. */
sealed interface Shape {

    /** No value at all: undefined whenever it is read. */
    record Never() implements Shape {}

    /** Nothing is known. */
    record Unknown() implements Shape {}

    /** One of these constants. */
    record Exactly(Set<RegoValue> values) implements Shape {
        public Exactly {
            values = Set.copyOf(values);
        }

        static Exactly text(String value) {
            return new Exactly(Set.of(RegoString.of(value)));
        }
    }

    /** Anything of these types. */
    record OfKind(Set<Kind> kinds) implements Shape {
        public OfKind {
            kinds = Collections.unmodifiableSet(EnumSet.copyOf(kinds));
        }
    }

    /**
     * A part of the input.
     *
     * @param fixed whether there is exactly one such part
     */
    record Asked(String path, boolean fixed, SchemaNode schema) implements Shape {}

    /** A part of the data. */
    record Stored(StoredNode node) implements Shape {}

    /** An object that the policy builds, with all its members. */
    record Built(Map<String, Shape> members) implements Shape {
        public Built {
            members = Collections.unmodifiableMap(new TreeMap<>(members));
        }
    }

    /** A set or an array that the policy builds. */
    record Many(Kind kind, Shape element) implements Shape {}

    /** Larger trees of shapes tell no more, and one value that is put in twice at each level doubles them each time. */
    int SIZE_MAX = 512;

    /** The same, or no more than its type where it is too large. */
    static Shape bounded(Shape shape) {
        return shape.size() <= SIZE_MAX ? shape : new OfKind(shape.kinds());
    }

    static Shape never() {
        return new Never();
    }

    static Shape unknown() {
        return new Unknown();
    }

    /** Shapes in it, each as often as it appears. */
    default int size() {
        return switch (this) {
            case Built(var members) ->
                1 + members.values().stream().mapToInt(Shape::size).sum();
            case Many(var _, var element) -> 1 + element.size();
            case Never _, Unknown _, Exactly _, OfKind _, Asked _, Stored _ -> 1;
        };
    }

    /** The types it may have. */
    default Set<Kind> kinds() {
        return switch (this) {
            case Never _ -> EnumSet.noneOf(Kind.class);
            case Unknown _ -> Kind.ALL;
            case Exactly(var values) -> {
                Set<Kind> kinds = EnumSet.noneOf(Kind.class);
                values.forEach(value -> kinds.add(Kind.of(value)));
                yield kinds;
            }
            case OfKind(var kinds) -> kinds;
            case Asked asked -> asked.schema().kinds();
            case Stored(var node) -> node.kinds();
            case Built _ -> EnumSet.of(Kind.OBJECT);
            case Many many -> EnumSet.of(many.kind());
        };
    }

    /**
     * The same without constants: what a function does for the arguments of its present callers says little about what
     * it is for.
     */
    default Shape generalised() {
        return switch (this) {
            case Exactly _ -> unknown();
            case Built(var members) -> {
                Map<String, Shape> wider = new TreeMap<>();
                members.forEach((name, shape) -> wider.put(name, shape.generalised()));
                yield new Built(wider);
            }
            case Many(var kind, var element) -> new Many(kind, element.generalised());
            case Never _, Unknown _, OfKind _, Asked _, Stored _ -> this;
        };
    }

    /** All values it may have, where they can be listed. */
    default Optional<Set<RegoValue>> listed() {
        return switch (this) {
            case Exactly(var values) -> Optional.of(values);
            case Asked asked -> asked.schema().listed();
            case Stored(var node) -> node.listed();
            case Never _, Unknown _, OfKind _, Built _, Many _ -> Optional.empty();
        };
    }

    /** True when no value can be both. */
    default boolean excludes(Shape other) {
        if (isForeignTo(other)) {
            return true;
        }
        return listed().isPresent()
                && other.listed().isPresent()
                && Collections.disjoint(listed().get(), other.listed().get());
    }

    /** True when the types alone tell them apart. */
    default boolean isForeignTo(Shape other) {
        return !(this instanceof Never) && !(other instanceof Never) && Collections.disjoint(kinds(), other.kinds());
    }

    /** True when both are the same single value. */
    default boolean equalsCertainly(Shape other) {
        return this instanceof Exactly(var values) && values.size() == 1 && equals(other);
    }
}
