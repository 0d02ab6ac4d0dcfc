package io.writ.governance.policy.rego;

import java.util.ArrayList;
import java.util.List;

/**
 * One function, for one way in which it is called. Knows how OPA lays out a rule:
 *
 * <p>Each body is a block that begins by resetting a local, which the body then assigns; the branches of an
 * {@code else} stand together in a block of their own and begin by asking whether that local is still undefined; a
 * default asks the same of the result of the function. A function that is laid out in another way counts as one body.
 */
final class FunctionSpecialiser {

    private final Specialisations all;
    private final PlanFunction function;
    private final StatementSpecialiser statements;
    private int bodiesFound;

    FunctionSpecialiser(Specialisations all, PlanFunction function) {
        this.all = all;
        this.function = function;
        this.statements = new StatementSpecialiser(all, function);
    }

    Origin returned() {
        return statements.returned();
    }

    PlanFunction specialised(List<Origin> arguments, boolean ownData) {
        statements.begin(arguments, ownData);
        List<Block> blocks = function.body().list();
        if (!all.isTraced()) {
            return function.with(statements.blocks(function.body()));
        }
        List<Block> traced = new ArrayList<>();
        for (Block block : blocks) {
            traced.add(topLevel(block));
        }
        return function.with(bodiesFound > 0 ? new Blocks(traced) : asOneBody(arguments, ownData));
    }

    private Block topLevel(Block block) {
        List<Statement> inside = block.statements();
        boolean ordered = inside.size() == 1
                && inside.getFirst() instanceof Flow.Nested(Blocks branches)
                && !branches.list().isEmpty()
                && begins(branches.list().getFirst());
        if (ordered && inside.getFirst() instanceof Flow.Nested(Blocks branches)) {
            List<Block> traced = branches.list().stream().map(this::bodyOrNot).toList();
            return new Block(List.of(new Flow.Nested(new Blocks(traced))), block.location());
        }
        return bodyOrNot(block);
    }

    private static boolean begins(Block block) {
        return !block.statements().isEmpty() && block.statements().getFirst() instanceof Assignment.Reset;
    }

    private Block bodyOrNot(Block block) {
        List<Statement> inside = block.statements();
        Statement first = inside.isEmpty() ? new Flow.Nothing() : inside.getFirst();
        if (!(first instanceof Assignment.Reset || first instanceof Check.IsUndefined)) {
            return statements.block(block);
        }
        if (first instanceof Assignment.Reset(int value)) {
            statements.bodiesAssign(value);
        }
        int body = all.body(function, bodiesFound++, block.location());
        Block rest = new Block(inside.subList(1, inside.size()), block.location());
        Tracing.Body traced = new Tracing.Body(body, first, statements.body(body, rest));
        return new Block(List.of(traced), block.location());
    }

    private Blocks asOneBody(List<Origin> arguments, boolean ownData) {
        statements.begin(arguments, ownData);
        List<Block> blocks = function.body().list();
        Location location =
                blocks.isEmpty() ? Location.UNKNOWN : blocks.getFirst().location();
        int body = all.body(function, 0, location);
        Block whole = new Block(List.of(new Flow.Nested(function.body())), location);
        Tracing.Body traced = new Tracing.Body(body, new Flow.Nothing(), statements.body(body, whole));
        return new Blocks(List.of(new Block(List.of(traced), location)));
    }

    /** The plan of an entry point: no rule, but it calls them. */
    static Program.Entry entry(Specialisations all, Program.Entry entry) {
        PlanFunction asFunction = new PlanFunction("", List.of(RegoPlan.INPUT, RegoPlan.DATA), -1, entry.body(), 0);
        StatementSpecialiser statements = new StatementSpecialiser(all, asFunction);
        statements.begin(List.of(all.input(), Origin.NONE), true);
        return new Program.Entry(statements.blocks(entry.body()), entry.frameSize());
    }
}
