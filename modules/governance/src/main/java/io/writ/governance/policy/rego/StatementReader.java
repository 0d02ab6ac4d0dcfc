package io.writ.governance.policy.rego;

import io.writ.governance.policy.rego.value.RegoBoolean;
import io.writ.governance.policy.rego.value.RegoNull;
import io.writ.governance.policy.rego.value.RegoNumber;
import java.util.ArrayList;
import java.util.List;

/** Reads the statements of one function or entry point, and measures the frame they need. */
final class StatementReader {

    /** More locals than any policy a person can read; a wild number here would be memory per call. */
    private static final int LOCALS_MAX = 100_000;

    private final Symbols symbols;
    private int frameSize;

    /** How many blocks are open around the statement being read. */
    private int depth;

    StatementReader(Symbols symbols) {
        this.symbols = symbols;
    }

    int frameSize() {
        return frameSize;
    }

    Blocks blocks(List<PlanJson> blocks) {
        return new Blocks(blocks.stream().map(this::block).toList());
    }

    private Block block(PlanJson block) {
        depth++;
        List<Statement> statements = new ArrayList<>();
        List<PlanJson> typed = block.objects("stmts");
        for (PlanJson statement : typed) {
            statements.add(statement(statement.text("type"), statement.object("stmt")));
        }
        depth--;
        Location location = typed.isEmpty()
                ? Location.UNKNOWN
                : symbols.locationOf(typed.getFirst().object("stmt"));
        return new Block(statements, location);
    }

    private Statement statement(String kind, PlanJson json) {
        return switch (kind) {
            case "ArrayAppendStmt", "SetAddStmt", "ObjectInsertStmt", "ObjectInsertOnceStmt", "ObjectMergeStmt" ->
                growth(kind, json);
            case "AssignVarStmt" -> new Assignment.Assign(operand(json, "source"), local(json, "target"));
            case "AssignVarOnceStmt" ->
                new Assignment.AssignOnce(operand(json, "source"), local(json, "target"), symbols.location(json));
            case "AssignIntStmt", "MakeNumberIntStmt", "MakeNumberRefStmt", "MakeNullStmt", "ResetLocalStmt" ->
                constant(kind, json);
            case "MakeArrayStmt" -> new Construction.MakeArray(local(json, "target"));
            case "MakeObjectStmt" -> new Construction.MakeObject(local(json, "target"));
            case "MakeSetStmt" -> new Construction.MakeSet(local(json, "target"));
            case "EqualStmt" -> new Check.Equal(operand(json, "a"), operand(json, "b"));
            case "NotEqualStmt" -> new Check.NotEqual(operand(json, "a"), operand(json, "b"));
            case "IsArrayStmt" -> new Check.IsArray(operand(json, "source"));
            case "IsObjectStmt" -> new Check.IsObject(operand(json, "source"));
            case "IsSetStmt" -> new Check.IsSet(operand(json, "source"));
            case "IsDefinedStmt" -> new Check.IsDefined(local(json, "source"));
            case "IsUndefinedStmt" -> new Check.IsUndefined(local(json, "source"));
            case "DotStmt" -> new Access.Dot(operand(json, "source"), operand(json, "key"), local(json, "target"));
            case "LenStmt" -> new Access.Length(operand(json, "source"), local(json, "target"));
            case "ScanStmt" -> scan(json);
            default -> flow(kind, json);
        };
    }

    private Statement flow(String kind, PlanJson json) {
        return switch (kind) {
            case "BlockStmt" -> new Flow.Nested(blocks(json.objects("blocks")));
            case "BreakStmt" -> leave(json.integer("index"));
            case "NotStmt" -> new Flow.Not(block(json.object("block")));
            case "WithStmt" -> with(json);
            case "ReturnLocalStmt" -> new Flow.Return(local(json, "source"));
            case "ResultSetAddStmt" -> new Flow.AddResult(local(json, "value"));
            case "NopStmt" -> new Flow.Nothing();
            case "CallStmt" -> call(json);
            case "CallDynamicStmt" -> callByPath(json);
            default -> throw new RegoPlanException("the plan has a statement of the unknown kind " + kind);
        };
    }

    private Statement constant(String kind, PlanJson json) {
        int target = local(json, "target");
        return switch (kind) {
            case "MakeNullStmt" -> new Assignment.AssignConstant(RegoNull.NULL, target);
            case "ResetLocalStmt" -> new Assignment.Reset(target);
            case "MakeNumberRefStmt" -> {
                int index = json.integer(json.has("index") ? "index" : "Index");
                yield new Assignment.AssignConstant(
                        RegoNumber.parse(symbols.string(index).value()), target);
            }
            default -> new Assignment.AssignConstant(RegoNumber.of(json.number("value")), target);
        };
    }

    private Statement growth(String kind, PlanJson json) {
        return switch (kind) {
            case "ArrayAppendStmt" -> new Growth.Append(operand(json, "value"), local(json, "array"));
            case "SetAddStmt" -> new Growth.Add(operand(json, "value"), local(json, "set"));
            case "ObjectInsertStmt" ->
                new Growth.Insert(operand(json, "key"), operand(json, "value"), local(json, "object"));
            case "ObjectInsertOnceStmt" ->
                new Growth.InsertOnce(
                        operand(json, "key"), operand(json, "value"), local(json, "object"), symbols.location(json));
            default -> new Growth.Merge(local(json, "a"), local(json, "b"), local(json, "target"));
        };
    }

    private Statement scan(PlanJson json) {
        return new Access.Scan(
                local(json, "source"), local(json, "key"), local(json, "value"), block(json.object("block")));
    }

    private Statement leave(int index) {
        if (index < 0 || index >= depth) {
            throw new RegoPlanException("the plan leaves " + (index + 1) + " blocks where " + depth + " are open");
        }
        return new Flow.Break(Signal.leave(index));
    }

    private Statement with(PlanJson json) {
        Path path = new Path(json.integers("path").stream().map(symbols::string).toList());
        return new Flow.With(local(json, "local"), path, operand(json, "value"), block(json.object("block")));
    }

    private Statement call(PlanJson json) {
        String name = json.text("func");
        Operands arguments = operands(json.objects("args"));
        int result = local(json, "result");
        Symbols.Signature function = symbols.function(name);
        if (function == null) {
            return new Invocation.CallBuiltin(name, symbols.builtin(name), arguments, result);
        }
        if (function.arity() != arguments.size()) {
            throw new RegoPlanException("the plan calls " + name + " with " + arguments.size() + " arguments");
        }
        return new Invocation.Call(function.index(), arguments, result);
    }

    /** What is found by a path is a rule, and a rule takes input and data. */
    private Statement callByPath(PlanJson json) {
        Operands arguments = locals(json.integers("args"));
        if (arguments.size() != PlanFunction.DOCUMENTS) {
            throw new RegoPlanException("the plan calls a rule by its path with " + arguments.size() + " arguments");
        }
        return new Invocation.CallDynamic(
                arguments, operands(json.objects("path")), local(json, "result"), new FunctionsByPath());
    }

    private Operands locals(List<Integer> locals) {
        return new Operands(locals.stream()
                .<Operand>map(local -> new Operand.Local(measured(local)))
                .toList());
    }

    private Operands operands(List<PlanJson> operands) {
        return new Operands(operands.stream().map(this::operand).toList());
    }

    private Operand operand(PlanJson json, String member) {
        return operand(json.object(member));
    }

    private Operand operand(PlanJson json) {
        String type = json.text("type");
        return switch (type) {
            case "local" -> new Operand.Local(local(json, "value"));
            case "string_index" -> new Operand.Constant(symbols.string(json.integer("value")));
            case "bool" -> new Operand.Constant(RegoBoolean.of(json.bool("value")));
            default -> throw new RegoPlanException("the plan has an operand of the unknown type " + type);
        };
    }

    private int local(PlanJson json, String member) {
        return measured(json.integer(member));
    }

    int measured(int local) {
        if (local < 0 || local >= LOCALS_MAX) {
            throw new RegoPlanException("the plan uses the local " + local + ", which is out of range");
        }
        frameSize = Math.max(frameSize, local + 1);
        return local;
    }
}
