package io.writ.governance.policy.check;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What going through a value yields. */
record Elements(Shape key, Shape value) {

    private static final Set<Kind> ITERABLE = EnumSet.of(Kind.ARRAY, Kind.OBJECT, Kind.SET);
    private static final Elements ANY = new Elements(Shape.unknown(), Shape.unknown());

    /** True for what has no elements by its type. */
    static boolean isNone(Shape source) {
        return source.isForeignTo(new Shape.OfKind(ITERABLE));
    }

    /** Nothing when there can be none. */
    static Optional<Elements> of(Shape source) {
        if (isNone(source)) {
            return Optional.empty();
        }
        return switch (source) {
            case Shape.Never _ -> Optional.empty();
            case Shape.Asked asked ->
                Optional.of(asked.schema()
                        .element()
                        .map(each -> new Elements(Shape.unknown(), new Shape.Asked(asked.path() + "[_]", false, each)))
                        .orElse(ANY));
            case Shape.Stored(var node) -> Optional.of(new Elements(Shape.unknown(), new Shape.Stored(node.element())));
            case Shape.Many many when many.element() instanceof Shape.Never -> Optional.empty();
            case Shape.Many(var kind, var each) ->
                Optional.of(new Elements(kind == Kind.SET ? each : Shape.unknown(), each));
            case Shape.Unknown _, Shape.Exactly _, Shape.OfKind _, Shape.Built _ -> Optional.of(ANY);
        };
    }
}
