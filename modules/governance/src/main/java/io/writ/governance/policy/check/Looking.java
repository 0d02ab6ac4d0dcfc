package io.writ.governance.policy.check;

import io.writ.governance.policy.check.Steps.Step;
import io.writ.governance.policy.rego.value.RegoString;
import jakarta.json.JsonObject;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** Looks into a value: what is under a key, and whether anything can be. */
final class Looking {

    private static final Shape MEMBERED = new Shape.OfKind(EnumSet.of(Kind.OBJECT, Kind.ARRAY, Kind.SET));

    private Looking() {}

    static Step step(JsonObject json, Locals now, FunctionReading reading) {
        Shape source = reading.operand(json.getJsonObject("source")).shape();
        Shape key = reading.operand(json.getJsonObject("key")).shape();
        if (source instanceof Shape.Never || key instanceof Shape.Never) {
            return Step.never();
        }
        int target = json.getInt("target");
        return switch (source) {
            case Shape.Asked asked -> asked(asked, name(key), now, target);
            case Shape.Stored(var node)
            when name(key).isPresent() -> stored(node, name(key).get(), now, target, reading.plan());
            case Shape.Stored(var node) -> found(now, target, new Shape.Stored(node.element()));
            case Shape.Built(var members) -> built(members, name(key), now, target);
            case Shape.Many many -> found(now, target, many.element());
            case Shape.Never _ -> Step.never();
            case Shape.Unknown _, Shape.Exactly _, Shape.OfKind _ -> found(now, target, Shape.unknown());
        };
    }

    /** The key, where it is one known text. */
    static Optional<String> name(Shape key) {
        return key instanceof Shape.Exactly(var values)
                        && values.size() == 1
                        && values.iterator().next() instanceof RegoString text
                ? Optional.of(text.value())
                : Optional.empty();
    }

    private static Step asked(Shape.Asked parent, Optional<String> name, Locals now, int target) {
        SchemaNode schema = parent.schema();
        if (name.isEmpty()) {
            return found(
                    now,
                    target,
                    schema.element()
                            .<Shape>map(each -> new Shape.Asked(parent.path() + "[_]", false, each))
                            .orElse(Shape.unknown()));
        }
        String path = parent.path() + "." + name.get();
        boolean listOnly = schema.kinds().equals(EnumSet.of(Kind.ARRAY));
        if (schema.excludes(name.get()) || listOnly || parent.isForeignTo(MEMBERED)) {
            return Step.never(Wording.unknownInput(parent, name.get()));
        }
        Shape member = schema.member(name.get())
                .<Shape>map(each -> new Shape.Asked(path, parent.fixed(), each))
                .orElse(Shape.unknown());
        return found(now, target, parent.fixed() ? now.fact(path).orElse(member) : member);
    }

    private static Step stored(StoredNode parent, String name, Locals now, int target, PlanDocument plan) {
        if (parent.kinds().equals(Kind.ALL)) {
            return found(now, target, Shape.unknown());
        }
        Optional<StoredNode> member = parent.member(name);
        if (member.isPresent()) {
            return found(now, target, new Shape.Stored(member.get()));
        }
        return plan.isRule(parent.path() + "." + name) ? Step.never() : Step.never(Wording.unknownData(parent, name));
    }

    private static Step built(Map<String, Shape> members, Optional<String> name, Locals now, int target) {
        if (name.isEmpty()) {
            return found(now, target, Shape.unknown());
        }
        Shape member = members.get(name.get());
        return member == null ? Step.never(Wording.noMember(name.get(), members.keySet())) : found(now, target, member);
    }

    private static Step found(Locals now, int target, Shape shape) {
        now.assign(target, shape);
        return shape instanceof Shape.Never ? Step.never() : Step.maybe();
    }
}
