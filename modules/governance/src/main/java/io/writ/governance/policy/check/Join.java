package io.writ.governance.policy.check;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What holds whichever of two ways was taken. */
final class Join {

    /** Longer lists of constants tell no more than their types. */
    private static final int LISTED_MAX = 64;

    private Join() {}

    static Shape of(Shape left, Shape right) {
        if (left.equals(right) || right instanceof Shape.Never) {
            return left;
        }
        return switch (left) {
            case Shape.Never _ -> right;
            case Shape.Unknown _ -> left;
            case Shape.Exactly(var values) when right instanceof Shape.Exactly(var others) -> exactly(values, others);
            case Shape.Built(var members) when right instanceof Shape.Built(var others) -> built(members, others);
            case Shape.Many(var kind, var element)
            when right instanceof Shape.Many(var other, var each) && kind == other ->
                Shape.bounded(new Shape.Many(kind, of(element, each)));
            case Shape.Exactly _, Shape.OfKind _, Shape.Asked _, Shape.Stored _, Shape.Built _, Shape.Many _ ->
                kinds(left, right);
        };
    }

    private static Shape exactly(Set<RegoValue> left, Set<RegoValue> right) {
        Set<RegoValue> all = new HashSet<>(left);
        all.addAll(right);
        Shape.Exactly joined = new Shape.Exactly(all);
        return all.size() <= LISTED_MAX ? joined : new Shape.OfKind(joined.kinds());
    }

    /** Objects with other members have nothing in common but being objects. */
    private static Shape built(Map<String, Shape> left, Map<String, Shape> right) {
        if (!left.keySet().equals(right.keySet())) {
            return new Shape.OfKind(EnumSet.of(Kind.OBJECT));
        }
        Map<String, Shape> members = new TreeMap<>();
        left.forEach((name, shape) -> members.put(name, of(shape, right.getOrDefault(name, Shape.unknown()))));
        return Shape.bounded(new Shape.Built(members));
    }

    private static Shape kinds(Shape left, Shape right) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        kinds.addAll(left.kinds());
        kinds.addAll(right.kinds());
        return kinds.containsAll(Kind.ALL) ? Shape.unknown() : new Shape.OfKind(kinds);
    }
}
