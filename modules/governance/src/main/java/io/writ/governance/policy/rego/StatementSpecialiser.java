package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one function, for one way in which it is called: constants in place of locals that hold them,
 * calls bound to the functions made for their arguments, and, in a traced program, a note wherever a rule body reads
 * the input or gives a value. Replacing a part of the input with {@code with} leaves its pointers as they are.
 */
final class StatementSpecialiser {

    private static final int NO_BODY = -1;

    private final Specialisations all;
    private final PlanFunction function;
    private final Constants constants = new Constants();
    private final Map<Integer, Origin> origins = new HashMap<>();

    /** Locals that outlive a body. */
    private final Set<Integer> results = new HashSet<>();

    private Origin returned = Origin.NONE;
    private int body = NO_BODY;

    StatementSpecialiser(Specialisations all, PlanFunction function) {
        this.all = all;
        this.function = function;
    }

    Origin returned() {
        return returned;
    }

    void begin(List<Origin> arguments, boolean ownData) {
        constants.restart();
        origins.clear();
        results.clear();
        results.add(function.result());
        for (int i = 0; i < arguments.size(); i++) {
            origins.put(function.parameter(i), arguments.get(i).elsewhere());
        }
        if (ownData && arguments.size() > 1) {
            constants.assign(function.parameter(1), all.data());
        }
    }

    /** The local in which bodies leave their value. */
    void bodiesAssign(int local) {
        results.add(local);
    }

    /** The statements of a rule body. Bodies use the same locals, each for its own purposes. */
    Block body(int index, Block block) {
        Set<Integer> kept = new HashSet<>(function.parameters());
        kept.addAll(results);
        origins.keySet().retainAll(kept);
        body = index;
        Block specialised = block(block);
        body = NO_BODY;
        return specialised;
    }

    Blocks blocks(Blocks blocks) {
        return new Blocks(blocks.list().stream().map(this::block).toList());
    }

    Block block(Block block) {
        Constants.Outside outside = constants.enter();
        List<Statement> specialised = new ArrayList<>();
        for (Statement statement : block.statements()) {
            all.grow();
            specialised.add(specialised(statement));
        }
        constants.leave(outside);
        return new Block(specialised, block.location());
    }

    private Statement specialised(Statement statement) {
        return switch (statement) {
            case Access access -> access(access);
            case Assignment assignment -> assignment(assignment);
            case Check check -> check(check);
            case Construction construction -> {
                forget(construction.target());
                yield construction;
            }
            case Flow flow -> flow(flow);
            case Growth growth -> growth(growth);
            case Invocation invocation -> invocation(invocation);
            case Tracing traced -> traced;
        };
    }

    private Statement access(Access access) {
        return switch (access) {
            case Access.Dot(Operand source, Operand key, int target) -> dot(source, key, target);
            case Access.Length(Operand source, int target) -> {
                forget(target);
                yield using(new Access.Length(constants.folded(source), target), source);
            }
            case Access.Scan(int source, int key, int value, Block block) -> {
                Origin element = origin(source).child(null);
                forget(key);
                assign(value, element);
                yield reading(bits(element), new Access.Scan(source, key, value, block(block)));
            }
        };
    }

    private Statement dot(Operand source, Operand key, int target) {
        RegoValue found = Constants.found(constants.of(source), constants.of(key));
        if (found != null) {
            constants.assign(target, found);
            return new Assignment.AssignConstant(found, target);
        }
        Origin child = origin(source).child(constants.of(key));
        assign(target, child);
        Statement dot = new Access.Dot(constants.folded(source), constants.folded(key), target);
        return reading(bits(child) | used(key), dot);
    }

    private Statement assignment(Assignment assignment) {
        return switch (assignment) {
            case Assignment.Assign(Operand source, int target) -> {
                Operand folded = constants.folded(source);
                assign(target, origin(source));
                constants.assign(target, constants.of(source));
                yield new Assignment.Assign(folded, target);
            }
            case Assignment.AssignOnce(Operand source, int target, Location location) -> {
                assign(target, origin(source));
                Statement once = new Assignment.AssignOnce(constants.folded(source), target, location);
                yield yielding(target, source, using(once, source));
            }
            case Assignment.AssignConstant(RegoValue value, int target) -> {
                constants.assign(target, value);
                yield assignment;
            }
            case Assignment.Reset(int target) -> {
                forget(target);
                yield assignment;
            }
        };
    }

    /** Whether a local is defined says nothing of what it holds. */
    private Statement check(Check check) {
        return switch (check) {
            case Check.Equal(Operand left, Operand right) ->
                using(new Check.Equal(constants.folded(left), constants.folded(right)), left, right);
            case Check.NotEqual(Operand left, Operand right) ->
                using(new Check.NotEqual(constants.folded(left), constants.folded(right)), left, right);
            case Check.IsArray(Operand source) -> using(check, source);
            case Check.IsObject(Operand source) -> using(check, source);
            case Check.IsSet(Operand source) -> using(check, source);
            case Check.IsDefined _, Check.IsUndefined _ -> check;
        };
    }

    private Statement flow(Flow flow) {
        return switch (flow) {
            case Flow.Nested(Blocks blocks) -> new Flow.Nested(blocks(blocks));
            case Flow.Not(Block block) -> {
                Flow.Not not = new Flow.Not(block(block));
                yield all.isTraced() ? new Tracing.Negation(not) : not;
            }
            case Flow.With with -> with(with);
            case Flow.Return(int source) -> {
                returned = returned.or(origin(source));
                yield yielding(source, new Operand.Local(source), flow);
            }
            case Flow.Break _, Flow.AddResult _, Flow.Nothing _ -> flow;
        };
    }

    private Statement with(Flow.With with) {
        Constants.Outside outside = constants.enter();
        Origin original = origin(with.local());
        RegoValue replacement = constants.of(with.value());
        constants.assign(with.local(), with.path().isEmpty() ? replacement : null);
        if (with.path().isEmpty()) {
            origins.put(with.local(), origin(with.value()));
        }
        Block inside = block(with.block());
        origins.put(with.local(), original);
        constants.leave(outside);
        Statement replaced = new Flow.With(with.local(), with.path(), with.value(), inside);
        return with.path().isEmpty() ? replaced : using(replaced, with.value());
    }

    private Statement growth(Growth growth) {
        return switch (growth) {
            case Growth.Append(Operand value, int array) ->
                using(new Growth.Append(constants.folded(value), array), value);
            case Growth.Add(Operand value, int set) ->
                yielding(set, value, using(new Growth.Add(constants.folded(value), set), value));
            case Growth.Insert(Operand key, Operand value, int object) -> {
                Statement insert = new Growth.Insert(constants.folded(key), constants.folded(value), object);
                yield yielding(object, value, using(insert, key, value));
            }
            case Growth.InsertOnce(Operand key, Operand value, int object, Location location) -> {
                Operand name = constants.folded(key);
                Statement insert = new Growth.InsertOnce(name, constants.folded(value), object, location);
                yield yielding(object, value, using(insert, key, value));
            }
            case Growth.Merge(int first, int second, int target) -> {
                forget(target);
                yield using(growth, new Operand.Local(first), new Operand.Local(second));
            }
        };
    }

    private Statement invocation(Invocation invocation) {
        return switch (invocation) {
            case Invocation.Call(int called, Operands arguments, int result) -> {
                List<Origin> passed =
                        arguments.list().stream().map(this::origin).toList();
                int index = all.index(called, passed, isOwnData(arguments));
                assign(result, all.returned(index));
                yield new Invocation.Call(index, folded(arguments), result);
            }
            case Invocation.CallBuiltin call -> {
                forget(call.result());
                Operand[] used = call.arguments().list().toArray(Operand[]::new);
                yield using(
                        new Invocation.CallBuiltin(
                                call.name(), call.builtin(), folded(call.arguments()), call.result()),
                        used);
            }
            case Invocation.CallDynamic(Operands arguments, Operands path, int result, FunctionsByPath _) -> {
                FunctionsByPath table = all.table(origin(arguments.list().getFirst()), isOwnData(arguments));
                constants.assign(result, null);
                List<@Nullable RegoValue> names = new ArrayList<>();
                path.list().forEach(name -> names.add(constants.of(name)));
                assign(result, all.returnedByAny(table, names));
                Operand[] used = path.list().toArray(Operand[]::new);
                yield using(new Invocation.CallDynamic(arguments, path, result, table), used);
            }
        };
    }

    private boolean isOwnData(Operands arguments) {
        return arguments.size() > 1
                && all.data().equals(constants.of(arguments.list().get(1)));
    }

    private Operands folded(Operands operands) {
        return new Operands(operands.list().stream().map(constants::folded).toList());
    }

    private Origin origin(Operand operand) {
        return operand instanceof Operand.Local(int local) ? origin(local) : Origin.NONE;
    }

    private Origin origin(int local) {
        return origins.getOrDefault(local, Origin.NONE);
    }

    private void assign(int local, Origin origin) {
        constants.assign(local, null);
        origins.merge(local, origin, Origin::or);
    }

    private void forget(int local) {
        constants.assign(local, null);
    }

    private long bits(Origin origin) {
        return body == NO_BODY ? 0 : all.body(body).bits(origin);
    }

    /** Notes what a statement uses as it is, where the body has not noted it yet. */
    private Statement using(Statement statement, Operand... operands) {
        long bits = 0;
        for (Operand operand : operands) {
            bits |= used(operand);
        }
        return reading(bits, statement);
    }

    private long used(Operand operand) {
        Origin origin = origin(operand);
        if (body == NO_BODY || origin.isNone()) {
            return 0;
        }
        long bits = all.body(body).usedBits(origin);
        return origin.noted() ? 0 : bits;
    }

    private Statement reading(long bits, Statement statement) {
        return bits == 0 ? statement : new Tracing.Read(body, bits, statement);
    }

    private Statement yielding(int target, Operand value, Statement statement) {
        return body != NO_BODY && results.contains(target)
                ? new Tracing.Yield(body, constants.folded(value), statement)
                : statement;
    }
}
